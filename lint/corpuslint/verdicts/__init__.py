"""Verdicts: from the findings in a record to keep, review or drop, with a receipt that says why.

facts → ledger (counts per record) → points → verdict; the gate is evaluated on what comes out.
"""

"""The scanner: the bytes of many records are searched once for the triggers of all rules."""

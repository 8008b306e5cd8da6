"""Rules about many records at once: features of each are gathered as texts are linted, then reduced in one step."""

"""Other systems, a module each: `find(sample)` says what the system finds, in the values of ../systems.py.

Each is used as its own documentation says, with the day of publication where it takes one. What its answers do not tell
is not made up here.
"""

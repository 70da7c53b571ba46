"""What each kind of form that came back would change, asked and done within the change of taking_forms.py."""

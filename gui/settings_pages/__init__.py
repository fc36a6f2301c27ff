"""The pages of the settings, one file each; what is changed there holds at once."""

"""What stands around the screens: side bar, banner, notes, and the page of a failed start."""

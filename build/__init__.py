"""What makes, checks and shows the app; nothing here runs on a phone or on the hub."""

"""One mentee beside up to three mentors."""

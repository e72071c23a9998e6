"""What staff do about a customer and their accounts: forms for the panel beside the customer's page."""

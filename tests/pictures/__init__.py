"""Pictures of a few scenes, compared pixel by pixel with the ones that are committed here."""

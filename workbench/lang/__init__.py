"""What is known about languages, as data files with their source named."""

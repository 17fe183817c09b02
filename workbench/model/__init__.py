"""The words of the field as frozen values, shared by every layer: documents, sentences, pairs, names."""

"""The kinds of documents, declared by whom they are for; registry.py knows them all."""

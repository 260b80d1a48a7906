"""What screens share: the base screen, page, forms, picker."""

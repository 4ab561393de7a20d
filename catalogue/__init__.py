"""A catalogue of research publications: read from committed files, searched, read and cited."""

//! Texts that try to break a page.

//! The formats in which a page can leave the program.

use crate::base::written::words;

words! {
    pub enum Format {
        Markdown = "md",
        Html = "html",
        Pdf = "pdf",
        Docx = "docx",
        Csv = "csv",
        Json = "json",
    }
}

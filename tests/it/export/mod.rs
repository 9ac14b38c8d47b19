//! Pages as files: what each format makes of them, and that nothing in a text is ever obeyed.

mod docx;
pub mod facts;
pub mod hostile;
mod html;
mod markdown;
pub mod pdf;
mod pdf_hostile;
mod pdf_sheets;
mod read;
pub mod sheets;
pub mod written;

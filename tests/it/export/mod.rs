//! Pages as files: what each format makes of them, and that nothing in a text is ever obeyed.

pub mod hostile;
mod markdown;
mod pdf;
mod pdf_hostile;
mod pdf_sheets;
pub mod sheets;

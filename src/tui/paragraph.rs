//! A paragraph behind its label, in the tones of its pieces.

use super::page::Page;
use super::theme::Role;
use crate::page::Line;

pub(super) fn paragraph(page: &mut Page, label: &str, line: &Line) {
    match line.0.as_slice() {
        [only] => {
            page.hanging(label, Role::Quiet, only.tone.into(), &only.text);
        }
        pieces => {
            let pieces: Vec<_> = pieces.iter().map(|piece| (Role::from(piece.tone), piece.text.as_str())).collect();
            page.hanging_pieces(label, Role::Quiet, &pieces);
        }
    }
}

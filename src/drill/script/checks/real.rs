//! No text may be taken for the real thing.

use super::Checked;
use super::texts::Piece;
use crate::base::text::cut;
use crate::drill::real::{Kind, found};
use crate::source::{Code, Problem, Problems};

pub(super) fn check(checked: &Checked<'_>, pieces: &[Piece<'_>], problems: &mut Problems) {
    for piece in pieces {
        for real in found(piece.text) {
            if problems.is_full() {
                return;
            }
            let words = piece.text.get(real.range.clone()).unwrap_or_default();
            let shown = cut(words, 60);
            let (code, message) = match real.kind {
                Kind::Phrase => (Code::RealPhrase, format!("\"{shown}\" says that this is not an exercise.")),
                Kind::Telephone => (Code::RealNumber, format!("{shown} may be somebody's telephone number.")),
                Kind::Address => (Code::RealAddress, format!("{shown} may be somebody's address.")),
                Kind::Network => (Code::RealNetwork, format!("{shown} may be somebody's IP address.")),
            };
            problems.add(Problem::new(code, checked.inside(piece, real.range), message));
        }
    }
}

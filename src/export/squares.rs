//! What a camera takes off a page: the squares of a QR code, and the picture of them for formats that cannot draw.

use fast_qr::{ECL, QRBuilder};

/// White squares around the code, on each side (ISO/IEC 18004).
pub const QUIET: usize = 4;

/// The squares of a code, without the white around it.
pub struct Squares {
    /// Squares on a side.
    pub side: usize,
    dark: Vec<bool>,
}

impl Squares {
    /// `None` where the text is longer than a code can hold.
    pub fn of(text: &str) -> Option<Self> {
        let code = QRBuilder::new(text).ecl(ECL::L).build().ok()?;
        let dark = (0..code.size).flat_map(|row| code[row].iter().map(|square| square.value())).collect();
        Some(Self { side: code.size, dark })
    }

    pub fn is_dark(&self, column: usize, row: usize) -> bool {
        column < self.side && self.dark.get(row * self.side + column).copied().unwrap_or(false)
    }

    /// From the left, row by row: each run of dark squares as column, row and length.
    pub fn runs(&self) -> Vec<(usize, usize, usize)> {
        let mut runs: Vec<(usize, usize, usize)> = Vec::new();
        for row in 0..self.side {
            for column in (0..self.side).filter(|column| self.is_dark(*column, row)) {
                match runs.last_mut() {
                    Some((from, at, long)) if *at == row && *from + *long == column => *long += 1,
                    _ => runs.push((column, row, 1)),
                }
            }
        }
        runs
    }
}

//! Measures of a page, in twentieths of a point.

use crate::report::{Sheet, Size};

/// Margins: left, with room for a binder; the others.
pub const LEFT: u32 = 1_417; // 25 mm
pub const OTHERS: u32 = 1_020; // 18 mm

/// A row to write in by hand: 8 mm.
pub const RULED: u32 = 454;

/// Width and height.
pub fn size(sheet: &Sheet) -> (u32, u32) {
    let (width, height) = match sheet.size {
        Size::A4 => (11_906, 16_838),
        Size::Letter => (12_240, 15_840),
    };
    if sheet.landscape { (height, width) } else { (width, height) }
}

/// Width between the margins.
pub fn inner(sheet: &Sheet) -> u32 {
    size(sheet).0 - LEFT - OTHERS
}

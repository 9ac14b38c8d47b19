//! The two fonts that are shipped, and the signs that both have. Fonts of the system are never asked: a page would look different
//! on the next laptop.

use super::NotWritten;
use crate::base::digest::sha256;
use crate::base::packed::{FONTS, Packed, find};
use krilla::text::Font;
use parley::fontique::{Blob, Collection, CollectionOptions, SourceCache};
use parley::{FontContext, FontFamily};
use std::sync::Arc;

/// The family under which both are found.
pub(super) const FAMILY: FontFamily<'static> = FontFamily::named("Noto Sans");

/// Regular and bold; unpacked when the first page is set.
fn faces() -> [&'static [u8]; 2] {
    ["NotoSans-Regular.ttf", "NotoSans-Bold.ttf"].map(|name| find(&FONTS, name).map(Packed::bytes).unwrap_or_default())
}

/// Runs of signs, one a line: `0020-007E`. Written with the fonts, by the recipe beside them.
const SIGNS: &str = include_str!("../../../assets/fonts/signs.txt");

/// The licence of the fonts, as it has to be handed on with them.
pub const LICENCE: &str = include_str!("../../../assets/fonts/OFL.txt");

/// Digest of both: two programs with the same set the same page alike.
pub fn digest() -> String {
    sha256(&faces().concat())
}

/// For setting text.
pub(super) fn context() -> FontContext {
    let mut collection = Collection::new(CollectionOptions { shared: false, system_fonts: false });
    for font in faces() {
        collection.register_fonts(Blob::new(Arc::new(font)), None);
    }
    FontContext { collection, source_cache: SourceCache::default() }
}

/// For embedding.
pub(super) struct Faces {
    regular: Font,
    bold: Font,
}

impl Faces {
    pub(super) fn load() -> Result<Self, NotWritten> {
        let face =
            |data: &'static [u8]| Font::new(data.into(), 0).ok_or_else(|| NotWritten("a font cannot be read".into()));
        let [regular, bold] = faces();
        Ok(Self { regular: face(regular)?, bold: face(bold)? })
    }

    pub(super) fn of(&self, bold: bool) -> Font {
        if bold { self.bold.clone() } else { self.regular.clone() }
    }
}

/// The signs that can be printed.
pub(super) struct Signs(Vec<(u32, u32)>);

impl Signs {
    pub(super) fn load() -> Self {
        let number = |text: &str| u32::from_str_radix(text, 16).ok();
        let run = |line: &str| line.split_once('-').and_then(|(first, last)| Some((number(first)?, number(last)?)));
        Self(SIGNS.lines().filter_map(run).collect())
    }

    pub(super) fn has(&self, sign: char) -> bool {
        if sign.is_ascii() {
            return !sign.is_ascii_control();
        }
        let sign = u32::from(sign);
        let after = self.0.partition_point(|(first, _)| *first <= sign);
        after.checked_sub(1).is_some_and(|at| sign <= self.0[at].1)
    }
}

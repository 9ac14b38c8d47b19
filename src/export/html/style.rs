//! How the page looks on a screen, light or dark, and on paper; and the digest by which it alone is allowed.

use crate::base::text::inert_line;
use crate::export::around;
use crate::export::isolate::isolated;
use crate::report::{Sheet, Size};
use sha2::{Digest, Sha256};

/// The same on every page.
const ALWAYS: &str = include_str!("page.css");

/// The style of a page: what is the same everywhere, the widths of its tables, and the boxes in the margins of its paper.
pub fn of(sheet: &Sheet, widths: &[Vec<u32>]) -> String {
    let mut css = ALWAYS.to_owned();
    for (table, widths) in widths.iter().enumerate() {
        for (column, width) in widths.iter().enumerate() {
            let (whole, part) = (width / 100, width % 100);
            css.push_str(&format!("#t{} col:nth-child({}) {{ width: {whole}.{part:02}% }}\n", table + 1, column + 1));
        }
    }
    css.push_str(&paper(sheet));
    css
}

/// Each page bears bands, form and case above, and below what it was made from and its number.
fn paper(sheet: &Sheet) -> String {
    let size = match sheet.size {
        Size::A4 => "A4",
        Size::Letter => "letter",
    };
    let landscape = if sheet.landscape { " landscape" } else { "" };
    // An empty box would take its part of the width.
    let bands = match around::bands(sheet).join(" · ") {
        none if none.is_empty() => "none".to_owned(),
        bands => quoted(&bands),
    };
    let foot = quoted(&around::foot(sheet));
    let (form, case) = match sheet.letter {
        Some(_) => (quoted(""), quoted("")),
        None => {
            (quoted(&format!("{} · {}", sheet.head.organisation, around::form(sheet))), quoted(&around::case(sheet)))
        }
    };
    format!(
        "@page {{ size: {size}{landscape}; margin: 20mm 18mm 20mm 25mm;\n\
         @top-left {{ content: {form} }} @top-center {{ content: {bands}; font-weight: bold }} @top-right {{ content: {case} }}\n\
         @bottom-left {{ content: {foot} }} @bottom-center {{ content: {bands}; font-weight: bold }}\n\
         @bottom-right {{ content: \"Page \" counter(page) \" of \" counter(pages) }} }}\n\
         @page :first {{ @top-left {{ content: \"\" }} @top-center {{ content: \"\" }} @top-right {{ content: \"\" }} }}\n"
    )
}

/// A text as a string of CSS: every sign but letters, digits and blanks of ASCII by its number.
fn quoted(text: &str) -> String {
    let shown = isolated(&inert_line(text)).into_owned();
    let sign = |sign: char| match sign {
        ' ' | '0'..='9' | 'A'..='Z' | 'a'..='z' => sign.to_string(),
        // The blank ends the number.
        other => format!("\\{:x} ", u32::from(other)),
    };
    format!("\"{}\"", shown.chars().map(sign).collect::<String>())
}

/// `sha256-` and the digest in base 64, as a policy of content names it (W3C, CSP Level 3).
pub fn digest(css: &str) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let hash = Sha256::digest(css.as_bytes());
    let mut out = "sha256-".to_owned();
    for three in hash.chunks(3) {
        let bits = three.iter().fold(0_usize, |bits, byte| bits << 8 | usize::from(*byte)) << (8 * (3 - three.len()));
        for at in 0..4 {
            let sign = SIGNS[bits >> (18 - 6 * at) & 63];
            out.push(if at > three.len() { '=' } else { char::from(sign) });
        }
    }
    out
}

//! Head and foot of each page, and what stands above a letter.

use super::blocks::Body;
use super::inline::{field, line, strong, tab, text};
use super::paragraph::Paragraph;
use super::parts::{NAMESPACES, part};
use super::xml::Xml;
use crate::export::around;
use crate::export::paper;
use crate::report::{Letterhead, Sheet};

/// Bands, and for a page that is no letter: organisation, form, case, title and clock.
pub fn head(sheet: &Sheet) -> String {
    part("w:hdr", &NAMESPACES, |xml| {
        bands(xml, sheet);
        if sheet.letter.is_some() {
            // A head has a paragraph.
            return Paragraph::of("Header").write(xml, |_| ());
        }
        let inner = paper::inner(sheet);
        let tabs = vec![("center", "none", inner / 2), ("right", "none", inner)];
        let (organisation, form, case) = (&sheet.head.organisation, around::form(sheet), around::case(sheet));
        // Side by side where they fit; else one below the other, so that nothing stands over something else.
        let signs = [organisation, &form, &case].map(|part| crate::base::text::width(part));
        let fits = signs.iter().max().map_or(0, |longest| longest * 3) as u32 * 100 < inner;
        if fits {
            Paragraph { tabs, ..Paragraph::of("Header") }.write(xml, |xml| {
                text(xml, organisation);
                tab(xml);
                strong(xml, &form);
                tab(xml);
                text(xml, &case);
            });
        } else {
            Paragraph::of("Header").write(xml, |xml| strong(xml, &form));
            Paragraph { tabs: vec![("right", "none", inner)], ..Paragraph::of("Header") }.write(xml, |xml| {
                text(xml, organisation);
                tab(xml);
                text(xml, &case);
            });
        }
        Paragraph::of("Header").with_direction_of(&sheet.head.title).write(xml, |xml| line(xml, &sheet.head.title));
        Paragraph::of("HeaderLast").write(xml, |xml| line(xml, &sheet.head.clock));
    })
}

/// Bands, the number of the page, and what it was made from.
pub fn foot(sheet: &Sheet) -> String {
    part("w:ftr", &NAMESPACES, |xml| {
        bands(xml, sheet);
        let foot = around::foot(sheet);
        Paragraph::of("Footer").write(xml, |xml| {
            text(xml, "Page ");
            field(xml, "PAGE", "1");
            text(xml, " of ");
            field(xml, "NUMPAGES", "1");
            if !foot.is_empty() {
                text(xml, &format!(" · {foot}"));
            }
        });
    })
}

fn bands(xml: &mut Xml, sheet: &Sheet) {
    for band in around::bands(sheet) {
        Paragraph::of("Band").write(xml, |xml| text(xml, &band));
    }
}

/// Who writes; and where an office fills them in, to whom.
pub fn letterhead(body: &mut Body, letter: &Letterhead) {
    for from in &letter.from {
        body.paragraph(Paragraph { to_the_right: true, ..Paragraph::default() }, |xml| line(xml, from));
    }
    if !letter.merged {
        return;
    }
    let shown = |field: &str| format!("«{field}»");
    for (at, name) in around::MERGED.iter().enumerate() {
        let space_before = if at == 0 { paper::RULED } else { 0 };
        body.paragraph(Paragraph { space_before, ..Paragraph::default() }, |xml| {
            field(xml, &format!("MERGEFIELD {name}"), &shown(name));
        });
    }
    let name = around::MERGED[0];
    let greeting = around::greeting(&shown(name));
    let (before, after) = greeting.split_once(&shown(name)).unwrap_or((&greeting, ""));
    body.paragraph(Paragraph { space_before: paper::RULED, ..Paragraph::default() }, |xml| {
        text(xml, before);
        field(xml, &format!("MERGEFIELD {name}"), &shown(name));
        text(xml, after);
    });
}

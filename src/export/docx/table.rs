//! Tables: caption and heading repeat on each page, a row is not broken; one taller than half a page is in parts.

use super::blocks::Body;
use super::divided::{self, Room};
use super::inline::{line, strong, text};
use super::paragraph::Paragraph;
use super::xml::Xml;
use crate::export::columns::{self, Fit, PADDING};
use crate::export::paper;
use crate::page::{Column, ColumnKind, Line, RowMark, Table, TableRow, Tone};
use std::borrow::Cow;

/// Rows that stand on one page with the heading.
const TOGETHER: usize = 2;

pub fn write(body: &mut Body, table: &Table) {
    if table.columns.is_empty() {
        return;
    }
    let (fit, half_page) = (columns::fit(table, body.inner), body.half_page);
    let inner = body.inner;
    body.xml.within("w:tbl", &[], |xml| {
        properties(xml, table, inner);
        xml.within("w:tblGrid", &[], |xml| {
            for (_, wide) in &fit.across {
                xml.empty("w:gridCol", &[("w:w", &wide.to_string())]);
            }
        });
        let grid = Grid { table, fit: &fit, inner, half_page };
        grid.caption(xml);
        grid.heading(xml);
        let all = table.rows.len() + usize::from(table.ruled);
        for at in 0..all {
            let with_next = at + 1 < TOGETHER.min(all) || table.end.is_some() && at + 1 == all;
            match table.rows.get(at) {
                Some(one) => grid.parts(one).iter().for_each(|part| grid.row(xml, part, with_next)),
                None => grid.row(xml, &TableRow::default(), with_next),
            }
        }
        if let Some(end) = &table.end {
            grid.end(xml, end);
        }
    });
    // A table cannot end a page, and two must not touch.
    body.paragraph(Paragraph { height: Some(120), ..Paragraph::default() }, |_| ());
}

fn properties(xml: &mut Xml, table: &Table, inner: u32) {
    xml.within("w:tblPr", &[], |xml| {
        xml.value("w:tblStyle", "TableGrid");
        xml.empty("w:tblW", &[("w:w", &inner.to_string()), ("w:type", "dxa")]);
        xml.empty("w:tblLayout", &[("w:type", "fixed")]);
        xml.within("w:tblCellMar", &[], |xml| {
            for side in ["w:left", "w:right"] {
                xml.empty(side, &[("w:w", &PADDING.to_string()), ("w:type", "dxa")]);
            }
        });
        xml.empty("w:tblLook", &[("w:val", "0020"), ("w:firstRow", "1"), ("w:noHBand", "1"), ("w:noVBand", "1")]);
        xml.value("w:tblCaption", &crate::base::text::inert_line(&table.caption));
    });
}

/// What is framed, with a thick left edge.
pub fn framed(xml: &mut Xml, inner: u32, inside: Xml) {
    xml.within("w:tbl", &[], |xml| {
        xml.within("w:tblPr", &[], |xml| {
            xml.value("w:tblStyle", "TableGrid");
            xml.empty("w:tblW", &[("w:w", &inner.to_string()), ("w:type", "dxa")]);
            xml.within("w:tblBorders", &[], |xml| {
                xml.empty("w:left", &[("w:val", "single"), ("w:sz", "24"), ("w:space", "0"), ("w:color", "auto")]);
            });
            xml.empty("w:tblLayout", &[("w:type", "fixed")]);
        });
        xml.within("w:tblGrid", &[], |xml| xml.empty("w:gridCol", &[("w:w", &inner.to_string())]));
        xml.within("w:tr", &[], |xml| {
            xml.within("w:trPr", &[], |xml| xml.empty("w:cantSplit", &[]));
            cell(xml, inner, 1, Edges::All, |xml| xml.append(inside));
        });
    });
}

struct Grid<'a> {
    table: &'a Table,
    fit: &'a Fit,
    inner: u32,
    half_page: u32,
}

impl Grid<'_> {
    fn caption(&self, xml: &mut Xml) {
        repeated(xml, |xml| {
            self.whole(
                xml,
                |xml| {
                    Paragraph { with_next: true, ..Paragraph::of("Caption") }
                        .write(xml, |xml| text(xml, &self.table.caption));
                },
                Edges::Bottom,
            );
        });
    }

    fn heading(&self, xml: &mut Xml) {
        repeated(xml, |xml| {
            for (at, wide) in &self.fit.across {
                let column = &self.table.columns[*at];
                cell(xml, *wide, 1, Edges::Shaded, |xml| {
                    self.paragraph(column, &Line::default(), true).write(xml, |xml| strong(xml, &column.title));
                });
            }
        });
    }

    /// What ends the table stands with its last row.
    fn end(&self, xml: &mut Xml, end: &str) {
        xml.within("w:tr", &[], |xml| {
            xml.within("w:trPr", &[], |xml| xml.empty("w:cantSplit", &[]));
            self.whole(xml, |xml| Paragraph::of("TableEnd").write(xml, |xml| text(xml, end)), Edges::Top);
        });
    }

    /// A row, and below it the columns that found no place beside the others.
    fn row(&self, xml: &mut Xml, row: &TableRow, with_next: bool) {
        let below: Vec<_> =
            self.fit.below.iter().filter(|at| row.cells.get(**at).is_some_and(|cell| !cell.is_empty())).collect();
        let with_next = with_next || !below.is_empty();
        xml.within("w:tr", &[], |xml| {
            xml.within("w:trPr", &[], |xml| {
                xml.empty("w:cantSplit", &[]);
                if row.cells.is_empty() || self.table.columns.iter().any(|column| column.kind == ColumnKind::Pencil) {
                    xml.empty("w:trHeight", &[("w:val", &paper::RULED.to_string()), ("w:hRule", "atLeast")]);
                }
            });
            for (place, (at, wide)) in self.fit.across.iter().enumerate() {
                let lines = row.cells.get(*at).map_or(&[][..], Vec::as_slice);
                let says = if place == 0 { row.says.as_slice() } else { &[] };
                cell(xml, *wide, 1, Edges::All, |xml| {
                    self.lines(xml, &self.table.columns[*at], lines, says, with_next);
                });
            }
        });
        if below.is_empty() {
            return;
        }
        xml.within("w:tr", &[], |xml| {
            xml.within("w:trPr", &[], |xml| xml.empty("w:cantSplit", &[]));
            self.whole(
                xml,
                |xml| {
                    for at in &below {
                        for words in &row.cells[**at] {
                            let title = Line::of(Tone::Quiet, format!("{}: ", self.table.columns[**at].title));
                            self.paragraph(&self.table.columns[**at], words, false).write(xml, |xml| {
                                line(xml, &title);
                                line(xml, words);
                            });
                        }
                    }
                },
                Edges::All,
            );
        });
    }

    fn lines(&self, xml: &mut Xml, column: &Column, lines: &[Line], says: &[RowMark], with_next: bool) {
        for words in lines {
            self.paragraph(column, words, with_next).write(xml, |xml| line(xml, words));
        }
        for mark in says {
            self.paragraph(column, &Line::default(), with_next).write(xml, |xml| strong(xml, mark.word()));
        }
        // A cell has a paragraph.
        if lines.is_empty() && says.is_empty() {
            self.paragraph(column, &Line::default(), with_next).write(xml, |_| ());
        }
    }

    fn paragraph(&self, column: &Column, words: &Line, with_next: bool) -> Paragraph {
        let style = if self.fit.size == 9 { "TableText" } else { "TableTextSmall" };
        let to_the_right = column.kind == ColumnKind::Number;
        Paragraph { with_next, to_the_right, ..Paragraph::of(style) }.with_direction_of(words)
    }

    /// One cell over all columns.
    fn whole(&self, xml: &mut Xml, inside: impl FnOnce(&mut Xml), edges: Edges) {
        cell(xml, self.inner, self.fit.across.len(), edges, inside);
    }

    /// The row, or where it is taller than half a page, as its signs are counted, its parts.
    fn parts<'r>(&self, row: &'r TableRow) -> Cow<'r, [TableRow]> {
        let most = (self.half_page / (self.fit.size * 20 * 13 / 10)) as usize;
        let signs = |wide: u32| (wide.saturating_sub(2 * PADDING) * 2 / (self.fit.size * 20)).max(1) as usize;
        let rooms: Vec<_> = self.fit.across.iter().map(|(at, wide)| Room { at: *at, signs: signs(*wide) }).collect();
        let tall = |room: &Room| -> usize {
            row.cells.get(room.at).into_iter().flatten().map(|line| divided::lines(line, room.signs)).sum()
        };
        if rooms.iter().all(|room| tall(room) <= most) {
            return Cow::Borrowed(std::slice::from_ref(row));
        }
        Cow::Owned(divided::parts(row, &rooms, most))
    }
}

/// A row that stands at the head of the table on each page.
fn repeated(xml: &mut Xml, inside: impl FnOnce(&mut Xml)) {
    xml.within("w:tr", &[], |xml| {
        xml.within("w:trPr", &[], |xml| {
            xml.empty("w:cantSplit", &[]);
            xml.empty("w:tblHeader", &[]);
        });
        inside(xml);
    });
}

enum Edges {
    All,
    /// Only the one above.
    Top,
    /// Only the one below.
    Bottom,
    Shaded,
}

fn cell(xml: &mut Xml, wide: u32, over: usize, edges: Edges, inside: impl FnOnce(&mut Xml)) {
    xml.within("w:tc", &[], |xml| {
        xml.within("w:tcPr", &[], |xml| {
            xml.empty("w:tcW", &[("w:w", &wide.to_string()), ("w:type", "dxa")]);
            if over > 1 {
                xml.value("w:gridSpan", &over.to_string());
            }
            match edges {
                Edges::All => {}
                Edges::Shaded => xml.empty("w:shd", &[("w:val", "clear"), ("w:color", "auto"), ("w:fill", "EEEEEE")]),
                Edges::Top => without(xml, ["w:left", "w:bottom", "w:right"]),
                Edges::Bottom => without(xml, ["w:top", "w:left", "w:right"]),
            }
        });
        inside(xml);
    });
}

fn without(xml: &mut Xml, sides: [&str; 3]) {
    xml.within("w:tcBorders", &[], |xml| sides.iter().for_each(|side| xml.value(side, "nil")));
}

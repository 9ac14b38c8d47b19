//! Paragraphs and what is said of them, in the order in which the schema wants it.

use super::xml::Xml;
use crate::export::isolate::begins_right;
use crate::page::Line;

/// How a paragraph stands.
#[derive(Clone, Default)]
pub struct Paragraph {
    pub style: Option<&'static str>,
    /// Stands on one page with the next.
    pub with_next: bool,
    pub on_new_page: bool,
    /// A line below, to write on.
    pub line_below: bool,
    /// Tabs: kind, leader, place in twentieths of a point.
    pub tabs: Vec<(&'static str, &'static str, u32)>,
    /// Right edge instead of left.
    pub to_the_right: bool,
    pub indent: u32,
    /// How far the first line hangs out of the indent.
    pub hanging: u32,
    pub space_before: u32,
    /// An exact height of its lines.
    pub height: Option<u32>,
    /// Runs from right to left.
    pub right_to_left: bool,
}

impl Paragraph {
    pub fn of(style: &'static str) -> Self {
        Self { style: Some(style), ..Self::default() }
    }

    /// As this, in the direction in which its words begin.
    pub fn with_direction_of(self, line: &Line) -> Self {
        Self { right_to_left: begins_right(&line.words()), ..self }
    }

    pub fn write(&self, xml: &mut Xml, inside: impl FnOnce(&mut Xml)) {
        xml.within("w:p", &[], |xml| {
            xml.within("w:pPr", &[], |xml| self.properties(xml));
            inside(xml);
        });
    }

    fn properties(&self, xml: &mut Xml) {
        if let Some(style) = self.style {
            xml.value("w:pStyle", style);
        }
        if self.with_next {
            xml.empty("w:keepNext", &[]);
        }
        if self.on_new_page {
            xml.empty("w:pageBreakBefore", &[]);
        }
        if self.line_below {
            xml.within("w:pBdr", &[], |xml| {
                for side in ["w:bottom", "w:between"] {
                    xml.empty(side, &[("w:val", "single"), ("w:sz", "4"), ("w:space", "4"), ("w:color", "auto")]);
                }
            });
        }
        if !self.tabs.is_empty() {
            xml.within("w:tabs", &[], |xml| {
                for (kind, leader, place) in &self.tabs {
                    let place = place.to_string();
                    xml.empty("w:tab", &[("w:val", kind), ("w:leader", leader), ("w:pos", &place)]);
                }
            });
        }
        if self.right_to_left {
            xml.empty("w:bidi", &[]);
        }
        if self.space_before > 0 || self.height.is_some() {
            let before = self.space_before.to_string();
            let height = self.height.unwrap_or_default().to_string();
            let mut spacing = vec![("w:before", before.as_str())];
            if self.height.is_some() {
                spacing.extend([("w:after", "0"), ("w:line", height.as_str()), ("w:lineRule", "exact")]);
            }
            xml.empty("w:spacing", &spacing);
        }
        if self.indent > 0 || self.hanging > 0 {
            let (left, hanging) = (self.indent.to_string(), self.hanging.to_string());
            let mut indent = vec![("w:left", left.as_str())];
            if self.hanging > 0 {
                indent.push(("w:hanging", &hanging));
            }
            xml.empty("w:ind", &indent);
        }
        if self.to_the_right {
            xml.value("w:jc", "right");
        }
    }
}

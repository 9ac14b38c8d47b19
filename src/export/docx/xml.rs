//! XML, element by element: what is opened is closed, and no text becomes markup.

/// XML that is being written.
#[derive(Default)]
pub struct Xml {
    out: String,
}

impl Xml {
    /// A part of a file, with the line that says that it is XML.
    pub fn part() -> Self {
        Self { out: "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n".to_owned() }
    }

    /// An element with what stands in it.
    pub fn within(&mut self, name: &str, attributes: &[(&str, &str)], inside: impl FnOnce(&mut Self)) {
        self.open(name, attributes);
        self.out.push('>');
        inside(self);
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push('>');
    }

    pub fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.open(name, attributes);
        self.out.push_str("/>");
    }

    /// An element without anything in it, whose one attribute is `w:val`.
    pub fn value(&mut self, name: &str, value: &str) {
        self.empty(name, &[("w:val", value)]);
    }

    pub fn text(&mut self, text: &str) {
        for sign in text.chars() {
            match sign {
                '&' => self.out.push_str("&amp;"),
                '<' => self.out.push_str("&lt;"),
                '>' => self.out.push_str("&gt;"),
                '"' => self.out.push_str("&quot;"),
                other if may_stand(other) => self.out.push(other),
                // Texts were made inert before; a file that cannot be opened is worse than a lost sign.
                _ => self.out.push('\u{FFFD}'),
            }
        }
    }

    pub fn append(&mut self, other: Self) {
        self.out.push_str(&other.out);
    }

    pub fn into_string(self) -> String {
        self.out
    }

    fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.out.push('<');
        self.out.push_str(name);
        for (name, value) in attributes {
            self.out.push(' ');
            self.out.push_str(name);
            self.out.push_str("=\"");
            self.text(value);
            self.out.push('"');
        }
    }
}

/// The signs that XML 1.0 allows, without the line breaks and tabs that no text has.
fn may_stand(sign: char) -> bool {
    matches!(sign, ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..)
}

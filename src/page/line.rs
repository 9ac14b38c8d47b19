//! A line of text in its tones, which everything that is said is made of.

/// A text of one tone after the other.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Line(pub Vec<Inline>);

#[derive(Clone, PartialEq, Debug)]
pub struct Inline {
    pub text: String,
    pub tone: Tone,
}

/// How loud a text is. A sign or a word stands beside each that means something.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Tone {
    #[default]
    Text,
    Strong,
    /// Done, or for reference.
    Quiet,
    /// What the hand needs: a key, the number to dial.
    Accent,
    Alarm,
    Struck,
    Missing,
}

impl Line {
    pub fn of(tone: Tone, text: impl Into<String>) -> Self {
        Self(vec![Inline { text: text.into(), tone }])
    }

    pub fn strong(text: impl Into<String>) -> Self {
        Self::of(Tone::Strong, text)
    }

    pub fn quiet(text: impl Into<String>) -> Self {
        Self::of(Tone::Quiet, text)
    }

    #[must_use]
    pub fn and(mut self, tone: Tone, text: impl Into<String>) -> Self {
        self.0.push(Inline { text: text.into(), tone });
        self
    }

    /// Its words without their tones.
    pub fn words(&self) -> String {
        self.0.iter().map(|piece| piece.text.as_str()).collect()
    }
}

impl From<&str> for Line {
    fn from(text: &str) -> Self {
        Self::of(Tone::Text, text)
    }
}

impl From<String> for Line {
    fn from(text: String) -> Self {
        Self::of(Tone::Text, text)
    }
}

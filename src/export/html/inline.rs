//! Texts within a line.

use crate::base::text::inert_line;
use crate::export::isolate::wants_isolation;
use crate::page::{Inline, Line, Tone};
use maud::{Markup, html};
use std::borrow::Cow;

/// A text where no element may stand.
pub fn plain(text: &str) -> Cow<'_, str> {
    inert_line(text)
}

/// A text, set apart where it runs from right to left.
pub fn text(text: &str) -> Markup {
    let shown = inert_line(text);
    if wants_isolation(&shown) {
        html! { bdi dir="auto" { (shown) } }
    } else {
        html! { (shown) }
    }
}

pub fn line(line: &Line) -> Markup {
    html! { @for piece in &line.0 { (toned(piece)) } }
}

fn toned(piece: &Inline) -> Markup {
    let shown = text(&piece.text);
    match piece.tone {
        Tone::Text => shown,
        Tone::Strong => html! { strong { (shown) } },
        Tone::Quiet => html! { span.quiet { (shown) } },
        Tone::Accent => html! { strong.accent { (shown) } },
        Tone::Alarm => html! { strong.alarm { (shown) } },
        Tone::Struck => html! { del { (shown) } },
        Tone::Missing => html! { mark { (shown) } },
    }
}

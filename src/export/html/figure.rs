//! Drawings as SVG within the page: title and description for whoever cannot see them.

use super::inline;
use crate::base::text::inert_line;
use crate::export::isolate::isolated;
use crate::export::squares::{QUIET, Squares};
use crate::page::table::Place;
use crate::page::{Figure, Shape};
use maud::{Markup, html};

/// A figure, and its number on the page from 1.
pub fn of(figure: &Figure, number: usize) -> Markup {
    let (title, words) = (format!("f{number}title"), format!("f{number}words"));
    html! {
        figure {
            svg viewBox={ "0 0 1000 " (figure.height) } role="img" aria-labelledby=(title) aria-describedby=(words) {
                title id=(title) { (inert_line(&figure.caption)) }
                desc id=(words) { (inert_line(&figure.words)) }
                @for one in &figure.shapes { (shape(one)) }
            }
            figcaption { strong { (inline::text(&figure.caption)) } " " (inline::text(&figure.words)) }
        }
    }
}

fn shape(shape: &Shape) -> Markup {
    match shape {
        Shape::Line { from, to, dashed } => html! {
            line class=[dashed.then_some("dashed")] x1=(from.0) y1=(from.1) x2=(to.0) y2=(to.1) {}
        },
        Shape::Bar { at, size, filled, open_left, open_right } => {
            let (left, top) = (u32::from(at.0), u32::from(at.1));
            let (right, bottom) = (left + u32::from(size.0), top + u32::from(size.1));
            html! {
                @if *filled { rect.filled x=(left) y=(top) width=(size.0) height=(size.1) {} }
                line x1=(left) y1=(top) x2=(right) y2=(top) {}
                line x1=(left) y1=(bottom) x2=(right) y2=(bottom) {}
                @if !open_left { line x1=(left) y1=(top) x2=(left) y2=(bottom) {} }
                @if !open_right { line x1=(right) y1=(top) x2=(right) y2=(bottom) {} }
            }
        }
        Shape::Dot { at, filled } => html! { circle.filled[*filled].hollow[!*filled] cx=(at.0) cy=(at.1) r="6" {} },
        Shape::Words { at, size, place, text } => {
            let anchor = match place {
                Place::Begins => "start",
                Place::Centred => "middle",
                Place::Ends => "end",
            };
            html! {
                text x=(at.0) y=(at.1) font-size=(size) text-anchor=(anchor) { (isolated(&inert_line(text))) }
            }
        }
    }
}

/// Dark on white in every colour scheme, so that a camera can read it.
pub fn squares(squares: &Squares) -> Markup {
    let side = squares.side + 2 * QUIET;
    let run =
        |(column, row, long): (usize, usize, usize)| format!("M{} {}h{long}v1h-{long}z", column + QUIET, row + QUIET);
    let path: String = squares.runs().into_iter().map(run).collect();
    html! {
        svg.squares viewBox={ "0 0 " (side) " " (side) } role="img" aria-label="QR code of the text below" {
            rect.light width=(side) height=(side) {}
            path.dark d=(path) {}
        }
    }
}

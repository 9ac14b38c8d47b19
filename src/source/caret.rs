//! A problem as people read it: severity, code, file, line, column, the line itself with a caret, and what to do.

use super::{Problem, Severity, Source, Span};
use crate::base::text::inert_line;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

/// Longest part of a line that is shown; a line of half a megabyte would bury the message.
const MOST_SHOWN: usize = 2000;

/// Line and column of a place, counted from 1, the column in characters.
pub fn line_and_column(span: Span, sources: &[Source]) -> (usize, usize) {
    let text = sources.get(span.file).map_or("", |source| source.text.as_str());
    let start = floor(text, span.start);
    let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let line = text[..start].matches('\n').count() + 1;
    (line, text[line_start..start].chars().count() + 1)
}

/// Renders a problem; `styled` with the colours of a terminal.
pub fn render(problem: &Problem, sources: &[Source], styled: bool) -> String {
    let level = match problem.code.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(problem.message.as_str()).id(problem.code.word());
    let help = Level::HELP.message(problem.advice());
    let renderer = if styled { Renderer::styled() } else { Renderer::plain() };
    let Some(source) = sources.get(problem.span.file) else {
        return renderer.render(&[Group::with_title(title).element(help)]);
    };
    let (line, _) = line_and_column(problem.span, sources);
    let (start, end) = (floor(&source.text, problem.span.start), floor(&source.text, problem.span.end));
    let line_start = source.text[..start].rfind('\n').map_or(0, |at| at + 1);
    let line_end = source.text[start..].find('\n').map_or(source.text.len(), |at| start + at);
    // The carriage return of another system's line end is not part of the line.
    let line_end = if source.text[start..line_end].ends_with('\r') { line_end - 1 } else { line_end };
    let shown_end = floor(&source.text, line_end.min(line_start + MOST_SHOWN));
    let shown = &source.text[line_start..shown_end];
    // A value of several lines is marked to the end of its first line.
    let mark = start.min(shown_end) - line_start
        ..end.clamp(start, line_end).min(shown_end).max(start.min(shown_end)) - line_start;
    let name = inert_line(&source.name);
    let snippet =
        Snippet::source(shown).line_start(line).path(name.as_ref()).annotation(AnnotationKind::Primary.span(mark));
    renderer.render(&[title.element(snippet).element(help)])
}

/// The nearest place at or before `at` where a character starts.
fn floor(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

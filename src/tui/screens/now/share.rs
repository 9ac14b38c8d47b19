//! How the parts of a narrow column share it: none is pushed out by another, and what is left out is counted.

use crate::tui::page::Page;
use crate::tui::theme::Role;

/// A titled part of the column.
pub(super) struct Part {
    title: &'static str,
    page: Page,
    /// The same with one line for each entry, where such a line says enough.
    short: Option<Page>,
}

impl Part {
    /// A part whose entries are shown whole or counted.
    pub(super) fn whole(title: &'static str, columns: u16, fill: impl FnOnce(&mut Page)) -> Self {
        let mut page = Page::new(columns);
        fill(&mut page);
        Self { title, page, short: None }
    }

    /// The part with a shorter form for where there is little room.
    pub(super) fn or_short(mut self, fill: impl FnOnce(&mut Page)) -> Self {
        let mut page = Page::new(u16::try_from(self.page.columns()).unwrap_or(u16::MAX));
        fill(&mut page);
        self.short = Some(page);
        self
    }

    /// Lines that it takes with its title.
    fn wants(&self) -> usize {
        self.page.lines.len() + 1
    }
}

/// How many lines the parts take with nothing left out.
pub(super) fn wanted(parts: &[Part]) -> usize {
    let filled = parts.iter().filter(|part| !part.page.lines.is_empty());
    filled.map(|part| part.wants() + 1).sum::<usize>().saturating_sub(1)
}

/// The parts one below the other in so many lines; a part without entries has no title either.
pub(super) fn column(columns: u16, room: usize, mut parts: Vec<Part>) -> Page {
    parts.retain(|part| !part.page.lines.is_empty());
    if wanted(&parts) > room {
        for part in &mut parts {
            if let Some(short) = part.short.take() {
                part.page = short;
            }
        }
    }
    let room = room.saturating_sub(parts.len().saturating_sub(1));
    let mut column = Page::new(columns);
    for (part, room) in parts.iter().zip(shares(&parts, room)) {
        if room < 2 {
            continue;
        }
        let (shown, left_out) = part.page.whole_entries(room - 1);
        let more = if left_out > 0 { format!(", and {left_out} more") } else { String::new() };
        column.gap();
        column.pieces(&[(Role::Strong, part.title), (Role::Quiet, &more)]);
        column.lines.extend(shown.lines);
    }
    column
}

/// Lines for each part: an equal share, and what others leave of theirs, the first parts first.
fn shares(parts: &[Part], room: usize) -> Vec<usize> {
    let share = room / parts.len().max(1);
    let mut shares: Vec<usize> = parts.iter().map(|part| part.wants().min(share)).collect();
    let mut left = room.saturating_sub(shares.iter().sum());
    for (given, part) in shares.iter_mut().zip(parts) {
        let more = (part.wants() - *given).min(left);
        *given += more;
        left -= more;
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(title: &'static str, entries: usize) -> Part {
        Part::whole(title, 20, |page| {
            for entry in 0..entries {
                page.entry();
                page.say(Role::Text, &format!("entry {entry}")).say(Role::Text, "more");
            }
        })
    }

    fn short(part: Part, entries: usize) -> Part {
        part.or_short(|page| {
            for _ in 0..entries {
                page.entry();
                page.say(Role::Text, "entry");
            }
        })
    }

    #[test]
    fn a_long_part_leaves_room_for_another_and_nothing_shrinks_without_need() {
        let parts = || vec![part("Calls", 7), short(part("Running", 4), 4)];
        assert_eq!(column(20, 11, parts()).lines.len(), 11, "title, two entries, a gap, title, four entries");
        assert_eq!(column(20, 40, parts()).lines.len(), 15 + 1 + 9);
        assert_eq!(column(20, 0, parts()).lines.len(), 0);
    }
}

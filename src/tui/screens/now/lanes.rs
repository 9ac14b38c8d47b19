//! The steps with their signs and counts, and the list of what a step holds.

use super::walk::Walk;
use crate::base::text::{cut, width};
use crate::guide::Standing;
use crate::guide::View;
use crate::guide::agenda::Target;
use crate::tui::canvas::{Canvas, Hit};
use crate::tui::list::Place;
use crate::tui::theme::Role;
use ratatui::layout::Rect;

/// Sign, role and count of a step.
pub fn state(case: &View<'_>, walk: &Walk, lane: usize) -> (&'static str, Role, String) {
    let Some(status) = case.picture.phases.get(lane) else {
        let open = walk.lanes[lane].iter().filter(|target| is_open(case, **target)).count();
        return if open > 0 { ("o", Role::Text, open.to_string()) } else { ("x", Role::Quiet, "done".into()) };
    };
    match (status.applies.value, status.open, status.deferred) {
        (Some(false), ..) => ("-", Role::Quiet, String::new()),
        (None, ..) => ("~", Role::Quiet, String::new()),
        (_, 0, 0) if status.pending > 0 => ("~", Role::Text, "waits".into()),
        (_, 0, 0) => ("x", Role::Quiet, "done".into()),
        (_, 0, deferred) => (">", Role::Text, format!("{deferred} off")),
        (_, open, _) => ("o", Role::Text, open.to_string()),
    }
}

fn is_open(case: &View<'_>, target: Target) -> bool {
    match target {
        Target::Item(at) => case.picture.items[at].standing.is_open(),
        Target::Silence(at) => case.picture.silences[at].decided.is_none(),
    }
}

/// The title of a step.
pub fn title<'a>(case: &View<'a>, lane: usize) -> &'a str {
    case.playbook.phases.get(lane).map_or("Policy silent", |phase| phase.title.as_str())
}

/// Draws the steps, the current one marked. Steps that run side by side are joined by a line.
pub fn draw(canvas: &mut Canvas<'_>, area: Rect, case: &View<'_>, walk: &Walk, current: usize) -> u16 {
    let lanes: Vec<usize> = (0..walk.lanes.len()).filter(|lane| !walk.lanes[*lane].is_empty()).collect();
    let first = Rect { height: 1, ..area };
    let top_line = area.y;
    let area = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    let room = usize::from(area.height);
    let here = lanes.iter().position(|lane| *lane == current).unwrap_or(0);
    let top = here.saturating_sub(room / 2).min(lanes.len().saturating_sub(room));
    let hidden = lanes.len().saturating_sub(room);
    let more = if hidden > 0 { format!(", and {hidden} more") } else { String::new() };
    canvas.pieces(area.x + 1, top_line, area.width, &[(Role::Strong, "Steps"), (Role::Quiet, &more)]);
    canvas.put_right(first, "open", Role::Quiet);
    let mut y = area.y;
    for lane in lanes.iter().skip(top).take(room) {
        let (sign, role, count) = state(case, walk, *lane);
        let now = *lane == current;
        let beside = case.playbook.phases.get(*lane).is_some_and(|phase| phase.beside.is_some());
        let lead = if now { "▸" } else { " " };
        let join = if beside { "│" } else { " " };
        let used = canvas.pieces(area.x, y, area.width, &[(Role::Accent, lead), (role, sign), (Role::Quiet, join)]);
        let count_wide = u16::try_from(width(&count)).unwrap_or(0);
        let room = area.width.saturating_sub(used + count_wide + 1);
        let words = if role == Role::Quiet { Role::Quiet } else { Role::Text };
        canvas.put(area.x + used, y, room, &cut(title(case, *lane), usize::from(room)), words);
        let row = Rect { y, height: 1, ..area };
        canvas.put_right(row, &count, role);
        if now {
            canvas.tint(Rect { x: area.x + 1, width: area.width.saturating_sub(1), ..row }, Role::Selected);
        }
        if let Some(target) = walk.entry(case, *lane) {
            canvas.hit(row, Hit::Target(target));
        }
        y += 1;
    }
    y - top_line
}

/// Sign, role, title and word of a row.
pub fn row<'a>(case: &View<'a>, target: Target) -> (&'static str, Role, &'a str, String) {
    match target {
        Target::Item(at) => {
            let (item, status) = (&case.playbook.items[at], &case.picture.items[at]);
            let standing = status.standing;
            let role = match standing {
                s if s.sign() == "!" => Role::Alarm,
                s if s.is_open() => Role::Text,
                s if s.is_outside() || s == Standing::Optional => Role::Quiet,
                Standing::Deferred | Standing::Held => Role::Text,
                _ => Role::Quiet,
            };
            let word = match &status.value {
                Some(value) if !standing.is_open() => value.clone(),
                _ => standing.label().to_owned(),
            };
            (standing.sign(), role, item.title.as_str(), word)
        }
        Target::Silence(at) => {
            let (silence, status) = (&case.playbook.silences[at], &case.picture.silences[at]);
            let (sign, role, word) = if status.decided.is_some() {
                ("x", Role::Quiet, "decided")
            } else {
                ("o", Role::Text, "to be decided")
            };
            (sign, role, silence.topic.as_str(), word.to_owned())
        }
    }
}

/// Draws the rows of a step around the current one.
pub fn draw_rows(canvas: &mut Canvas<'_>, area: Rect, case: &View<'_>, rows: &[Target], current: Target) {
    let room = usize::from(area.height);
    let selected = rows.iter().position(|row| *row == current).unwrap_or(0);
    let top = Place { selected }.top(rows.len(), room);
    for (y, target) in (area.y..).zip(rows.iter().skip(top).take(room)) {
        let (sign, role, title, word) = row(case, *target);
        let now = *target == current;
        // How an open one stands is said in full above; of a settled one it is the answer that counts.
        let word = if now && role == Role::Text { "now".to_owned() } else { word };
        let word = cut(&word, usize::from(area.width * 2 / 5)).into_owned();
        let lead = if now { "▸ " } else { "  " };
        let used = canvas.pieces(area.x, y, area.width, &[(Role::Accent, lead), (role, sign), (Role::Text, " ")]);
        let wide = u16::try_from(width(&word)).unwrap_or(0);
        let words = if role == Role::Quiet { Role::Quiet } else { Role::Text };
        canvas.put(area.x + used, y, area.width.saturating_sub(used + wide + 2), title, words);
        let line = Rect { y, height: 1, ..area };
        canvas.put_right(line, &word, role);
        if now {
            canvas.tint(Rect { x: area.x + 2, width: area.width.saturating_sub(2), ..line }, Role::Selected);
        }
        canvas.hit(line, Hit::Target(*target));
    }
}

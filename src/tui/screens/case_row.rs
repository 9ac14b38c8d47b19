//! A case on Home: its row, in columns as wide as what stands in them, and what is said of it below the list.

use super::readiness::UNREAD;
use crate::base::text::{cut, pad, width};
use crate::journal::{Mode, damage};
use crate::judge::view::review::called;
use crate::store::CaseSummary;
use crate::tui::canvas::Canvas;
use crate::tui::ctx::Ctx;
use crate::tui::glance::Glance;
use crate::tui::shelf::Shelved;
use crate::tui::theme::Role;
use ratatui::layout::Rect;

/// From this width on, the policy of a case and who recorded last have columns of their own.
const WIDE: u16 = 72;
/// Most columns of a policy's id and of a name.
const SHORT: usize = 14;

/// What stands at the right of a row.
struct Cells {
    policy: String,
    stands: String,
    last: String,
}

/// How wide the columns at the right are.
#[derive(Clone, Copy, Default)]
pub struct Columns {
    policy: usize,
    stands: usize,
    last: usize,
    wide: bool,
}

impl Columns {
    /// Those for all cases that are listed.
    pub fn of(ctx: &Ctx<'_>, area: Rect) -> Self {
        let wide = area.width >= WIDE;
        let cells = ctx.shelf.cases().iter().map(|case| cells(ctx, case, wide));
        let mut widest = cells.fold(Self { wide, ..Self::default() }, |widest, cells| Self {
            policy: widest.policy.max(width(&cells.policy)),
            stands: widest.stands.max(width(&cells.stands)),
            last: widest.last.max(width(&cells.last)),
            wide,
        });
        // Titles tell cases of one policy apart: its id gives way to them.
        let titles = ctx.shelf.cases().iter().filter_map(|case| case.known.as_ref()?.title.as_deref());
        let room = usize::from(area.width).saturating_sub(19 + widest.policy + widest.stands + widest.last);
        if titles.map(width).max().is_some_and(|title| title > room) {
            widest.policy = 0;
        }
        widest
    }
}

fn cells(ctx: &Ctx<'_>, case: &Shelved, wide: bool) -> Cells {
    let Some(known) = &case.known else {
        return Cells { policy: String::new(), stands: UNREAD.into(), last: String::new() };
    };
    let glance = case.glance.as_ref();
    let stands = match (known.damage.is_empty(), known.closed) {
        (false, _) => "damaged: verify".to_owned(),
        (_, true) => {
            let left = glance.and_then(|glance| glance.actions(ctx.now));
            left.map_or_else(|| "closed".to_owned(), |left| format!("closed · {left}"))
        }
        _ => glance.map(Glance::stands).unwrap_or_default(),
    };
    let today = |at: crate::base::Stamp| ctx.now.zone.stamp(at).date() == ctx.now.date();
    let last = known.last.map(|at| if today(at) { at.clock_in(ctx.now) } else { at.short_in(ctx.now) });
    let beside = |text: fn(&Glance) -> &str| {
        glance.filter(|_| wide).map(|glance| cut(text(glance), SHORT).into_owned()).unwrap_or_default()
    };
    let person = beside(|glance| &glance.person);
    let last = format!("{} {person}", last.unwrap_or_default());
    Cells { policy: beside(|glance| &glance.policy), stands, last: last.trim_end().to_owned() }
}

/// Draws the row.
pub fn draw(canvas: &mut Canvas<'_>, inner: Rect, ctx: &Ctx<'_>, case: &Shelved, columns: Columns) {
    let cells = cells(ctx, case, columns.wide);
    let (word, badge, title, quiet, damaged) = match &case.known {
        None => ("", Role::Quiet, case.place.name.as_str(), Role::Text, false),
        Some(known) => (
            called(known.mode, known.review),
            badge(known),
            known.title.as_deref().unwrap_or(&known.name),
            if known.closed { Role::Quiet } else { Role::Text },
            !known.damage.is_empty(),
        ),
    };
    let policy = if columns.policy == 0 { String::new() } else { pad(&cells.policy, columns.policy) };
    let stands = format!("  {:>width$}  ", cells.stands, width = columns.stands);
    let last = pad(&cells.last, columns.last);
    let right = u16::try_from(width(&policy) + width(&stands) + width(&last)).unwrap_or(0).min(inner.width);
    canvas.put(inner.x, inner.y, 9, word, badge);
    let room = inner.width.saturating_sub(right + 11);
    canvas.put(inner.x + 10, inner.y, room, title, quiet);
    let stands_role = if damaged { Role::Alarm } else { quiet };
    let pieces = [(Role::Quiet, policy.as_str()), (stands_role, stands.as_str()), (Role::Quiet, last.as_str())];
    canvas.pieces(inner.right() - right, inner.y, right, &pieces);
}

fn badge(case: &CaseSummary) -> Role {
    match (case.mode, case.review, case.closed) {
        (.., true) | (Mode::Live, true, _) => Role::Quiet,
        (Mode::Exercise, ..) => Role::Exercise,
        (Mode::Live, false, _) => Role::Live,
    }
}

/// What is said of a case below the list, one line each.
pub fn about(ctx: &Ctx<'_>, case: &Shelved) -> Vec<String> {
    let (name, path) = (&case.place.name, case.place.path.display());
    let Some(known) = &case.known else {
        return vec![format!("{name}: not read yet, can be opened all the same; kept in {path}")];
    };
    if !known.damage.is_empty() {
        let damaged = damage::in_short(&known.damage);
        return vec![format!("{name}: damaged: {damaged}; breachbook verify says more")];
    }
    let opened = known.opened.map(|at| format!(", opened {}", at.short_in(ctx.now))).unwrap_or_default();
    let Some(glance) = &case.glance else { return vec![format!("{name}{opened}; kept in {path}")] };
    let mut lines = vec![format!("{name}{opened}, last: {}", glance.last)];
    match glance.review() {
        Some(review) => lines.push(review),
        None => lines.extend(glance.clock(ctx.now).filter(|_| !known.closed)),
    }
    lines
}

//! How the guide divides the screen.

use super::share::{self, Part};
use super::walk::Walk;
use super::{Now, around, item, lanes};
use crate::base::text::counted;
use crate::guide::View;
use crate::tui::canvas::Canvas;
use crate::tui::ctx::Ctx;
use crate::tui::page::Page;
use crate::tui::theme::Role;
use ratatui::layout::Rect;

/// From this width on, what has fired stands in a column of its own.
const THREE_COLUMNS: u16 = 110;
/// Below this height the rules that are met have one line, so that what is to be done keeps its own.
const ROOM_FOR_RULES: u16 = 26;
/// Below this width the steps shrink to one line.
const TWO_COLUMNS: u16 = 72;

pub fn draw(guide: &Now, canvas: &mut Canvas<'_>, area: Rect, case: &View<'_>, ctx: &Ctx<'_>) {
    let target = guide.current(case);
    let revision = ctx.revision();
    let walk = Walk::of(case);
    let lane = walk.lane_of(target);
    let mut main = area;
    let wide = area.width >= THREE_COLUMNS;
    if area.width >= TWO_COLUMNS {
        let left = Rect { width: if wide { 32 } else { 27 }, ..area };
        draw_left(canvas, left, case, &walk, lane, (!wide).then_some(ctx));
        canvas.line_down(Rect { x: left.right(), width: 1, ..area });
        main = Rect { x: left.right() + 2, width: area.width - left.width - 2, ..area };
    } else {
        main = draw_lane_line(canvas, main, case, &walk, lane);
    }
    if wide {
        let side = Rect { x: area.right() - 35, width: 34, ..area };
        canvas.line_down(Rect { x: side.x - 2, width: 1, ..area });
        let page = guide.made.page(revision, None, side.width, |page| beside(page, case, ctx));
        page.draw_cut(canvas, side);
        main.width -= 37;
    }
    main.width = main.width.saturating_sub(1);
    if !wide {
        main = draw_prohibitions(canvas, main, case);
    }
    let rows = &walk.lanes[lane];
    let row_count = u16::try_from(rows.len()).unwrap_or(u16::MAX);
    let list = row_count.min(if main.height >= 18 { main.height / 3 } else { main.height / 4 });
    let mut fired = Page::new(main.width);
    if !wide && main.height < ROOM_FOR_RULES {
        around::rules_in_short(&mut fired, case);
    } else if !wide {
        around::rules(&mut fired, case);
    }
    let fired_lines = fired.len().min(main.height / 5);
    let middle = Rect { height: main.height.saturating_sub(list + 1 + fired_lines), ..main };
    let page = guide.made.page(revision, Some(target), middle.width, |page| item::page(page, case, target));
    let top = guide.scroll.top(&page, middle.height);
    page.draw(canvas, middle, top);
    let mut y = middle.bottom();
    if fired_lines > 0 {
        fired.draw_cut(canvas, Rect { y, height: fired_lines, ..main });
        y += fired_lines;
    }
    if list > 0 && y < main.bottom() {
        let line = Rect { y, height: 1, ..main };
        canvas.line_across(line);
        let beside = case.playbook.phases.get(lane).is_some_and(|phase| phase.beside.is_some());
        let beside = if beside { " · side by side with the steps marked the same" } else { "" };
        let title = format!(" {}{beside} ", lanes::title(case, lane));
        canvas.put(main.x + 1, y, main.width.saturating_sub(2), &title, Role::Strong);
        let rest = Rect { y: y + 1, height: main.bottom().saturating_sub(y + 1), ..main };
        lanes::draw_rows(canvas, rest, case, rows, target);
    }
}

/// Steps, and below them what runs and who is to be called, where there is no third column.
fn draw_left(canvas: &mut Canvas<'_>, area: Rect, case: &View<'_>, walk: &Walk, lane: usize, below: Option<&Ctx<'_>>) {
    let columns = area.width - 2;
    let parts = below.map(|ctx| {
        vec![
            Part::whole("Call now", columns, |page| around::people(page, case)),
            Part::whole("Report back", columns, |page| around::passed_on(page, case)),
            Part::whole("Level", columns, |page| around::levels(page, case)),
            Part::whole("Running", columns, |page| around::stopwatches(page, case, ctx))
                .or_short(|page| around::stopwatches_in_short(page, case, ctx)),
        ]
    });
    // The steps give way to what runs and who is to be called, down to half of the column.
    let wanted = parts.as_ref().map_or(0, |parts| share::wanted(parts) + 1);
    let keep = u16::try_from(wanted).unwrap_or(u16::MAX).min(area.height / 2);
    let used = lanes::draw(canvas, Rect { height: area.height - keep, ..area }, case, walk, lane);
    let Some(parts) = parts else { return };
    let rest = Rect { x: area.x + 1, y: area.y + used, width: columns, height: area.height.saturating_sub(used) };
    let mut page = Page::new(columns);
    page.lines.push(crate::tui::page::Line::default());
    page.lines.extend(share::column(columns, usize::from(rest.height).saturating_sub(1), parts).lines);
    page.draw_cut(canvas, rest);
}

fn draw_lane_line(canvas: &mut Canvas<'_>, area: Rect, case: &View<'_>, walk: &Walk, lane: usize) -> Rect {
    let (sign, role, count) = lanes::state(case, walk, lane);
    let lanes: Vec<usize> = (0..walk.lanes.len()).filter(|lane| !walk.lanes[*lane].is_empty()).collect();
    let at = lanes.iter().position(|known| *known == lane).unwrap_or(0) + 1;
    let lead = format!(" {at}/{} ", lanes.len());
    let line = Rect { height: 1, ..area };
    canvas.pieces(
        area.x,
        area.y,
        area.width.saturating_sub(12),
        &[(role, sign), (Role::Quiet, &lead), (Role::Strong, lanes::title(case, lane))],
    );
    let count =
        if count.bytes().all(|b| b.is_ascii_digit()) && !count.is_empty() { format!("{count} open") } else { count };
    canvas.put_right(line, &count, role);
    Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area }
}

fn draw_prohibitions(canvas: &mut Canvas<'_>, area: Rect, case: &View<'_>) -> Rect {
    let mut page = Page::new(area.width);
    around::prohibitions(&mut page, case);
    let lines = page.len().min((area.height / 4).max(1));
    if lines == 0 || page.lines.is_empty() {
        return area;
    }
    let mut shown = Rect { height: lines, ..area };
    if page.len() > lines {
        let hidden = case.picture.prohibitions().count();
        let say = format!("! {} in force: all in the Rules (2)", counted(hidden, "prohibition", "prohibitions"));
        canvas.put(area.x, area.y, area.width, &say, Role::Alarm);
        shown = Rect { y: area.y + 1, height: lines - 1, ..area };
    }
    page.draw(canvas, shown, 0);
    Rect { y: area.y + lines, height: area.height - lines, ..area }
}

/// What the third column tells.
fn beside(page: &mut Page, case: &View<'_>, ctx: &Ctx<'_>) {
    section(page, "Do not", &|page| around::prohibitions(page, case));
    section(page, "Level", &|page| around::levels(page, case));
    section(page, "Running", &|page| around::stopwatches(page, case, ctx));
    section(page, "Call now", &|page| around::calls(page, case));
    section(page, "Report back", &|page| around::passed_on(page, case));
    section(page, "Affected", &|page| around::affected(page, case));
    section(page, "Rules", &|page| around::rules(page, case));
    section(page, "Help", &|page| around::help(page, case));
    if page.lines.is_empty() {
        page.say(Role::Quiet, "No rule is met yet, no stopwatch runs.");
    }
}

/// A titled part of a column; without anything in it there is no title either.
fn section(page: &mut Page, title: &str, fill: &dyn Fn(&mut Page)) {
    let before = page.lines.len();
    page.gap();
    page.say(Role::Strong, title);
    let filled = page.lines.len();
    fill(page);
    if page.lines.len() == filled {
        page.lines.truncate(before);
    }
}

//! The timeline as a drawing: two lanes of numbered points, windows as bars, hours without anything folded and named, and the clocks
//! below. Its distances are those of the order, stretched by the time between; a long gap is never drawn long.

use super::timeline::{Bar, Lane, Point};
use crate::base::{EventTime, Now, Stamp, span};
use crate::page::Figure;
use crate::page::table::{Place, Shape};

/// Most points in a lane together; of more, neighbours are drawn as one.
const MOST: usize = 40;
/// A gap that is longer is folded, in seconds.
const FOLDED_S: i64 = 2 * 3600;
/// The field: its width, and where times begin and end in it.
const LEFT: i64 = 20;
const RIGHT: i64 = 980;
/// What each step to another time takes at least, as a share of the width that all steps have.
const EVEN: i64 = 2;
const HAPPENED_Y: u16 = 70;
const DONE_Y: u16 = 140;
const TIMES_Y: u16 = 190;
const CLOCKS_Y: u16 = 215;
const CLOCK_H: u16 = 30;
const SMALL: u16 = 15;

/// Points that are drawn as one, by their places.
type Group = Vec<usize>;

/// The figure, and under which number of it each point stands.
pub fn draw(points: &[Point], bars: &[Bar], now: Now) -> (Figure, Vec<usize>) {
    let groups = grouped(points);
    let mut numbers = vec![0; points.len()];
    for (nth, group) in groups.iter().enumerate() {
        for at in group {
            numbers[*at] = nth + 1;
        }
    }
    let scale = Scale::of(points, bars, now);
    let mut shapes = lanes();
    scale.folds(&mut shapes);
    for (nth, group) in groups.iter().enumerate() {
        point(&scale, points, group, nth + 1, &mut shapes);
    }
    for (nth, bar) in bars.iter().enumerate() {
        clock(&scale, bar, nth, now, &mut shapes);
    }
    let height = CLOCKS_Y + CLOCK_H * u16::try_from(bars.len()).unwrap_or(u16::MAX / CLOCK_H) + 10;
    let figure =
        Figure { caption: "Timeline of the case".into(), words: words(points, &groups, bars, now), height, shapes };
    (figure, numbers)
}

/// What a reader is told who cannot see it.
fn words(points: &[Point], groups: &[Group], bars: &[Bar], now: Now) -> String {
    let of = |lane: Lane| points.iter().filter(|point| point.lane == lane).count();
    let ends = points.first().zip(points.last()).map_or_else(String::new, |(first, last)| {
        format!(", from {} to {}", first.at.short_in(now), last.at.short_in(now))
    });
    let grouped = if groups.len() < points.len() { " Times close together are drawn as one point." } else { "" };
    format!(
        "Two lines, above what happened ({}), below what was done ({}){ends}; under them {}. Numbers are those of the table that \
         follows. Distances are not to scale: gaps of more than two hours are folded and named.{grouped}",
        of(Lane::Happened),
        of(Lane::Done),
        crate::base::text::counted(bars.len(), "clock as a bar", "clocks as bars"),
    )
}

/// At most so many points: those of one lane that lie closest to each other are drawn as one.
fn grouped(points: &[Point]) -> Vec<Group> {
    let mut groups: Vec<Group> = (0..points.len()).map(|at| vec![at]).collect();
    let at = |group: &Group| group.first().and_then(|at| points[*at].at.earliest());
    let lane = |group: &Group| group.first().map(|at| points[*at].lane);
    while groups.len() > MOST {
        let distance = |pair: &[Group]| match (lane(&pair[0]) == lane(&pair[1]), at(&pair[0]), at(&pair[1])) {
            (true, Some(one), Some(other)) => other.seconds_since(one).abs(),
            (true, ..) => i64::MAX - 1,
            _ => i64::MAX,
        };
        let Some(nearest) = (0..groups.len() - 1).min_by_key(|nth| distance(&groups[*nth..*nth + 2])) else { break };
        let taken = groups.remove(nearest + 1);
        groups[nearest].extend(taken);
    }
    groups
}

/// From moments to places in the field.
struct Scale {
    /// Every moment that is drawn, in order, with its place.
    stops: Vec<(Stamp, u16)>,
    now: Now,
}

impl Scale {
    fn of(points: &[Point], bars: &[Bar], now: Now) -> Self {
        let mut moments: Vec<Stamp> = points.iter().flat_map(|point| ends(point.at)).flatten().collect();
        moments.extend(bars.iter().flat_map(|bar| [Some(bar.from), bar.to.or(Some(now.at))]).flatten());
        moments.sort_unstable();
        moments.dedup_by_key(|at| at.instant().timestamp() / 60);
        let gaps: Vec<i64> = moments.windows(2).map(|pair| pair[1].seconds_since(pair[0])).collect();
        let all: i64 = gaps.iter().map(|gap| (*gap).min(FOLDED_S)).sum::<i64>().max(1);
        let (width, steps) = (RIGHT - LEFT, i64::try_from(gaps.len()).unwrap_or(1).max(1));
        let even = width / EVEN;
        let mut passed = 0;
        let mut stops = Vec::new();
        for (nth, at) in moments.iter().enumerate() {
            let step = i64::try_from(nth).unwrap_or(0);
            let place = LEFT + even * step / steps + (width - even) * passed / all;
            stops.push((*at, u16::try_from(place.clamp(0, 1000)).unwrap_or(0)));
            passed += gaps.get(nth).map_or(0, |gap| (*gap).min(FOLDED_S));
        }
        Self { stops, now }
    }

    fn place(&self, at: Stamp) -> u16 {
        let minute = |at: Stamp| at.instant().timestamp() / 60;
        let after = self.stops.partition_point(|(known, _)| minute(*known) < minute(at));
        self.stops.get(after).or(self.stops.last()).map_or(LEFT as u16, |(_, place)| *place)
    }

    /// Names the folded gaps, and the time at which each stretch between them begins.
    fn folds(&self, shapes: &mut Vec<Shape>) {
        let mut begins = 0;
        for (nth, pair) in self.stops.windows(2).enumerate() {
            let gap = pair[1].0.seconds_since(pair[0].0);
            if gap <= FOLDED_S {
                continue;
            }
            let middle = pair[0].1.midpoint(pair[1].1);
            shapes.push(Shape::Line { from: (middle, HAPPENED_Y - 30), to: (middle, TIMES_Y - 28), dashed: true });
            shapes.push(named(middle, TIMES_Y - 14, Place::Centred, span::short(gap)));
            self.begins(begins, shapes);
            begins = nth + 1;
        }
        self.begins(begins, shapes);
    }

    fn begins(&self, nth: usize, shapes: &mut Vec<Shape>) {
        if let Some((at, place)) = self.stops.get(nth) {
            let side = if *place > 880 { Place::Ends } else { Place::Begins };
            shapes.push(named(*place, TIMES_Y + 6, side, at.short_in(self.now)));
        }
    }
}

fn ends(at: EventTime) -> [Option<Stamp>; 2] {
    match at {
        EventTime::Point(at, _) => [Some(at), None],
        EventTime::Window(from, to) => [from, to],
    }
}

fn named(x: u16, y: u16, place: Place, text: impl Into<String>) -> Shape {
    Shape::Words { at: (x, y), size: SMALL, place, text: text.into() }
}

fn lanes() -> Vec<Shape> {
    let lane = |y: u16| Shape::Line { from: (LEFT as u16, y), to: (RIGHT as u16, y), dashed: false };
    vec![
        named(LEFT as u16, 20, Place::Begins, "What happened"),
        lane(HAPPENED_Y),
        named(LEFT as u16, HAPPENED_Y + 30, Place::Begins, "What was done"),
        lane(DONE_Y),
    ]
}

/// A point with its number; a window as a bar whose open end has no edge.
fn point(scale: &Scale, points: &[Point], group: &Group, number: usize, shapes: &mut Vec<Shape>) {
    let Some(first) = group.first().map(|at| &points[*at]) else { return };
    let y = if first.lane == Lane::Happened { HAPPENED_Y } else { DONE_Y };
    let x = match first.at {
        EventTime::Window(from, to) if from != to || from.is_none() => {
            let left = from.map_or(LEFT as u16, |from| scale.place(from));
            let right = to.map_or(RIGHT as u16, |to| scale.place(to)).max(left + 4);
            shapes.push(Shape::Bar {
                at: (left, y - 5),
                size: (right - left, 10),
                filled: false,
                open_left: from.is_none(),
                open_right: to.is_none(),
            });
            left.midpoint(right)
        }
        at => {
            let x = at.earliest().map_or(LEFT as u16, |at| scale.place(at));
            let several = group.len() > 1;
            shapes.push(Shape::Dot { at: (x, y), filled: !several });
            x
        }
    };
    // Neighbours stand on two heights, so that numbers side by side stay apart.
    let up = if number.is_multiple_of(2) { 12 } else { 26 };
    shapes.push(named(x, y - up, Place::Centred, number.to_string()));
}

fn clock(scale: &Scale, bar: &Bar, nth: usize, now: Now, shapes: &mut Vec<Shape>) {
    let y = CLOCKS_Y + CLOCK_H * u16::try_from(nth).unwrap_or(0);
    let left = scale.place(bar.from);
    let right = scale.place(bar.to.unwrap_or(now.at)).max(left + 4);
    shapes.push(Shape::Bar {
        at: (left, y + 16),
        size: (right - left, 8),
        filled: !bar.runs,
        open_left: false,
        open_right: bar.runs && bar.to.is_none(),
    });
    let (x, place) = if left > 500 { (right, Place::Ends) } else { (left, Place::Begins) };
    shapes.push(named(x, y + 12, place, bar.word.as_str()));
}

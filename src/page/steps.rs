//! What is left, and whose: the whole checklist as a tree of steps that fold.

use super::do_not;
use super::document::{Link, Row};
use super::line::{Line, Tone};
use super::mine::{self, Whose, roles, titles, whose};
use super::state::{State, Tally, stands, tally};
use crate::base::text::counted;
use crate::judge::View;
use crate::judge::picture::agenda::Target;
use std::collections::BTreeMap;

/// Which rows stand in the tree.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub enum Shown {
    #[default]
    All,
    ToDo,
    LookAgain,
}

/// What somebody wants to see of the checklist.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct Wish {
    pub shown: Shown,
    /// Only what falls to the person at the keyboard, then what has no owner.
    pub mine: bool,
    /// Steps that were unfolded (`true`) or folded by hand.
    pub unfolded: BTreeMap<Node, bool>,
}

/// What a row is of.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Node {
    /// A step, by its place in the playbook.
    Step(usize),
    /// What the policy does not say.
    Silences,
    /// What has no owner.
    Nobodys,
    At(Target),
}

/// The tree.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    /// What stands above it: `All: 47 to do, 1 look again`.
    pub title: String,
    /// Said where nothing is there that was wished for.
    pub says: Option<String>,
    /// Rows and what each is of, the folded ones left out.
    pub rows: Vec<Row>,
    pub nodes: Vec<Node>,
    /// The rows of every step, those that are folded away among them.
    pub steps: Vec<(Node, Vec<Target>)>,
}

impl Shown {
    /// The view after this one.
    #[must_use]
    pub fn following(self) -> Self {
        match self {
            Self::All => Self::ToDo,
            Self::ToDo => Self::LookAgain,
            Self::LookAgain => Self::All,
        }
    }

    /// The names of the two others, as the key leads to them: `to do / look again`.
    pub fn others(self) -> String {
        format!("{} / {}", self.following().label(), self.following().following().label())
    }

    fn label(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::ToDo => "to do",
            Self::LookAgain => "look again",
        }
    }

    fn shows(self, state: Option<State>) -> bool {
        match (self, state) {
            (Self::All, _) | (Self::ToDo, None | Some(State::ToDo | State::LookAgain)) => true,
            (_, state) => state == Some(State::LookAgain),
        }
    }
}

impl Tree {
    /// The step in which a row stands, folded away or not.
    pub fn step_of(&self, target: Target) -> Option<Node> {
        self.steps.iter().find(|(_, rows)| rows.contains(&target)).map(|(step, _)| *step)
    }

    /// Where a row is among those in sight; of one that is folded away, where its step is.
    pub fn position(&self, node: Node) -> Option<usize> {
        let find = |node: Node| self.nodes.iter().position(|known| *known == node);
        find(node).or_else(|| match node {
            Node::At(target) => self.step_of(target).and_then(find),
            _ => None,
        })
    }
}

/// The tree of a case: the step in which the next thing stands is unfolded, the others are folded, unless somebody folded them otherwise.
pub fn tree(view: &View<'_>, wish: &Wish) -> Tree {
    let held = roles(view);
    let steps = (0..view.playbook.phases.len()).map(Node::Step).chain([Node::Silences]);
    let mut groups: Vec<(Node, Vec<(Target, Row)>)> = steps.map(|step| (step, Vec::new())).collect();
    let silences = view.playbook.phases.len();
    let mut nobodys = Vec::new();
    for (step, target) in targets(view) {
        let row = row(view, target);
        match wish.mine.then(|| whose(view, &held, target)) {
            // What is forbidden is forbidden to everybody; it stands above every screen.
            Some(_) if do_not::is_one(view, target) => {}
            Some(Whose::Nobodys) if Shown::ToDo.shows(row.state) => nobodys.push((target, row)),
            Some(Whose::Nobodys | Whose::Others) => {}
            None | Some(Whose::Mine) => groups[step.unwrap_or(silences)].1.push((target, row)),
        }
    }
    let own = groups.iter().flat_map(|(_, rows)| rows).filter(|(_, row)| wish.shown.shows(row.state)).count();
    groups.push((Node::Nobodys, nobodys));
    let head = view.picture.next.first().map(|next| next.target);
    let mut tree = Tree { title: title(view, wish, &groups, &titles(view, &held)), ..Tree::default() };
    for (node, rows) in groups {
        add(view, wish, head, &mut tree, node, rows);
    }
    if own == 0 {
        tree.says = Some(nothing(view, wish));
    }
    tree
}

/// Every row with its step, in the order of the playbook; `None` for what the policy does not say.
fn targets<'a>(view: &View<'a>) -> impl Iterator<Item = (Option<usize>, Target)> + use<'a> {
    let items = view.playbook.items.iter().enumerate().map(|(at, item)| (Some(item.phase), Target::Item(at)));
    let silences = view.playbook.silences.iter().zip(&view.picture.silences).enumerate();
    let silences = silences.filter(|(_, (silence, status))| {
        status.is_marked() || silence.ask && (status.decided.is_some() || status.is_asked(silence))
    });
    items.chain(silences.map(|(at, _)| (None, Target::Silence(at))))
}

fn row(view: &View<'_>, target: Target) -> Row {
    let title = match target {
        Target::Item(at) if do_not::is_one(view, target) => return Row { level: 1, ..do_not::row(view, at) },
        Target::Item(at) => &view.playbook.items[at].title,
        Target::Silence(at) => &view.playbook.silences[at].topic,
    };
    let stands = stands(view, target);
    let (state, what, word) = (stands.shown(), title.as_str().into(), stands.word.into());
    Row { level: 1, state: Some(state), what, word, ..Row::default() }.to(Link::from(target))
}

/// A step with what it holds; nothing where it holds nothing that is shown.
fn add(view: &View<'_>, wish: &Wish, head: Option<Target>, tree: &mut Tree, node: Node, rows: Vec<(Target, Row)>) {
    let mut counts = Tally::default();
    for (target, _) in rows.iter().filter(|(target, _)| !do_not::is_one(view, *target)) {
        counts.count(view, *target);
    }
    tree.steps.push((node, rows.iter().map(|(target, _)| *target).collect()));
    let shown: Vec<_> = rows.into_iter().filter(|(_, row)| wish.shown.shows(row.state)).collect();
    if shown.is_empty() {
        return;
    }
    let here = wish.mine || wish.shown != Shown::All || shown.iter().any(|(target, _)| Some(*target) == head);
    tree.nodes.push(node);
    tree.rows.push(step(view, node, counts));
    if wish.unfolded.get(&node).copied().unwrap_or(here) {
        tree.nodes.extend(shown.iter().map(|(target, _)| Node::At(*target)));
        tree.rows.extend(shown.into_iter().map(|(_, row)| row));
    }
}

/// The row of a step: how far it is, and whether others run beside it.
fn step(view: &View<'_>, node: Node, counts: Tally) -> Row {
    let phase = match node {
        Node::Step(at) => view.playbook.phases.get(at).zip(view.picture.phases.get(at)),
        _ => None,
    };
    let ruled_out = phase.is_some_and(|(_, status)| status.applies.value == Some(false));
    let total = counts.to_do + counts.waits + counts.done;
    let so_far = format!("{} of {total}", counts.done);
    let (state, word) = match counts {
        _ if total == 0 && ruled_out => (State::Off, "does not apply".to_owned()),
        _ if total == 0 => (State::Off, "nothing to do".to_owned()),
        Tally { look_again, to_do, marked, .. } if look_again + marked > 0 && look_again == to_do => {
            (State::LookAgain, format!("{} look again", look_again + marked))
        }
        Tally { look_again, marked, .. } if look_again + marked > 0 => {
            (State::LookAgain, format!("{so_far}, {} look again", look_again + marked))
        }
        Tally { to_do, .. } if to_do > 0 => (State::ToDo, so_far),
        Tally { waits, .. } if waits == total => (State::Waits, counted(waits, "waits", "wait")),
        Tally { waits, .. } if waits > 0 => (State::Waits, format!("{so_far}, {}", counted(waits, "waits", "wait"))),
        _ => (State::Done, so_far),
    };
    let title = match (node, phase) {
        (_, Some((phase, _))) => phase.title.as_str(),
        (Node::Nobodys, _) => "Nobody is named for these: are they yours?",
        _ => "The policy does not say",
    };
    let beside = phase.is_some_and(|(phase, _)| phase.beside.is_some()) && state != State::Off;
    let word = if beside { Line::quiet("side by side   ").and(Tone::Text, word) } else { word.into() };
    Row { level: 0, state: Some(state), what: title.into(), word, to: None }
}

fn title(view: &View<'_>, wish: &Wish, groups: &[(Node, Vec<(Target, Row)>)], titles: &str) -> String {
    let counts = if wish.mine {
        let mut counts = Tally::default();
        let own = groups.iter().filter(|(node, _)| *node != Node::Nobodys).flat_map(|(_, rows)| rows);
        for (target, _) in own.filter(|(target, _)| !do_not::is_one(view, *target)) {
            counts.count(view, *target);
        }
        counts
    } else {
        tally(view)
    };
    let (to_do, again) = (counts.to_do - counts.look_again, counts.look_again + counts.marked);
    let counted = match (wish.shown, again) {
        (Shown::LookAgain, _) => format!("{again} look again"),
        (_, 0) => format!("{to_do} to do"),
        _ => format!("{to_do} to do, {again} look again"),
    };
    match (wish.mine, titles, wish.shown) {
        (true, "", _) => format!("Mine: {counted}"),
        (true, titles, _) => format!("Mine: {counted}, as {titles}"),
        (false, _, Shown::All) => format!("All: {counted}"),
        (false, ..) => counted,
    }
}

fn nothing(view: &View<'_>, wish: &Wish) -> String {
    match (wish.mine, wish.shown) {
        _ if view.playbook.items.is_empty() => {
            "The playbook of this case cannot be read, so that it has no steps here.".into()
        }
        (true, _) if view.person.is_empty() => format!("{} o says it, m shows all.", mine::nothing(view)),
        (true, _) => format!("{} m shows all.", mine::nothing(view)),
        (false, Shown::LookAgain) => "Nothing is to be looked at again. v shows everything.".into(),
        (false, Shown::ToDo) => "Nothing is left to do. v shows the rest.".into(),
        (false, Shown::All) => "This playbook has no steps.".into(),
    }
}

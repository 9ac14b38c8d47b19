//! The screens, driven by keys through the program's own dispatch and read off a terminal in memory.

mod back;
mod calls;
mod changed;
mod clock;
mod contract;
mod contrast;
mod end;
mod home;
mod hostile;
mod keyboard;
mod kinds;
mod lists;
mod manual;
mod overtaken;
mod paper;
mod seats;
mod shelf;
mod shots;
mod sizes;
mod steps;
mod stories;
mod stranger;
mod tests_screen;
mod tired;
mod typing;
mod without_playbook;

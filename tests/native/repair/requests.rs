//! Which files a repair requests, and when.

use super::*;

/// The files that a repair with the made certificates requests, step by step.
fn requests(input: &[&str], known: &[&str]) -> Vec<Vec<PoolFile>> {
    let trust = made_list();
    let plan = plan_with(made(input).into(), &options(MADE), &trust).unwrap();
    let report = judge(&plan, &Remembering.verify_all(plan.checks()));
    let known: Vec<String> = known.iter().map(|name| made_block(name)).collect();
    let load = data(&known);
    let mut repairer = Repairer::new(&plan, &report);
    let mut requests = Vec::new();
    loop {
        match repairer.next() {
            Need::Done => return requests,
            Need::Answers(checks) => {
                let answers = Remembering.verify_all(checks);
                repairer.give_answers(answers);
            }
            Need::Files(files) => {
                let files = files.to_vec();
                let loaded: Vec<_> = files.iter().map(|file| (*file, load(*file))).collect();
                requests.push(files);
                repairer.give_files(&loaded);
            }
        }
    }
}

fn file_of(name: &str) -> PoolFile {
    PoolFile::Certificates(pool::bucket(
        decode(&der_of(&made_block(name))).unwrap().subject.canonical(),
    ))
}

#[test]
fn a_missing_issuer_is_requested_before_its_root() {
    let asked = requests(&["leaf-2048"], &["intermediate", "root"]);
    assert_eq!(asked, [[file_of("intermediate")], [file_of("root")]]);
}

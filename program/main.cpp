// tallywatt: what a deployment's tokens cost, from a scenario file.
//   tallywatt evaluate examples/scenarios/quickstart.json
// Exit codes: 0 done, 1 infeasible and --strict, 2 input that makes no sense.

#include "commands.hpp"

#include <tallywatt/io/read_fields.hpp>

#include <CLI/CLI.hpp>

#include <cstdio>

int main(int argc, char** argv) {
    CLI::App app{"What a token costs, from the wafer to the power plant: scenario files evaluated, compared and swept."};
    app.require_subcommand(1);
    app.set_help_all_flag("--help-all", "help of all commands");

    program::form form = program::form::table;
    bool strict = false;
    std::string format = "table";
    std::vector<std::string> files, set, vary, lines;
    std::string file, name, kind, why = "unit.blended";
    bool ledger = false, full_ledger = false;
    program::break_even_question question;

    auto const command = [&](char const* called, char const* does, bool formatted = true) {
        CLI::App* const c = app.add_subcommand(called, does);
        if (formatted)
            c->add_option("-f,--format", format, "table, json or csv")
                ->check(CLI::IsMember({"table", "json", "csv"}, CLI::ignore_case))
                ->option_text("FORMAT")
                ->capture_default_str();
        return c;
    };
    auto const strictly = [&](CLI::App* c) { c->add_flag("--strict", strict, "exit with 1 where a limit is not met"); };

    CLI::App* const evaluate = command("evaluate", "the report of a scenario");
    evaluate->add_option("file", file, "scenario file, - for standard input")->required();
    evaluate->add_option("--set", set, "change a field: --set \"site.it_capacity=60 MW\"")->allow_extra_args(false);
    evaluate->add_flag("--ledger", ledger, "with what is assumed and uncertain");
    evaluate->add_flag("--full-ledger", full_ledger, "with everything that is assumed");
    strictly(evaluate);

    CLI::App* const compare = command("compare", "scenarios line by line, beside the first");
    compare->add_option("files", files, "scenario files")->required()->expected(2, 20);
    compare->add_option("--why", why, "of two: the line whose difference is shared out")->capture_default_str();
    strictly(compare);

    CLI::App* const sweep = command("sweep", "a scenario over values of its fields");
    sweep->add_option("file", file, "scenario file")->required();
    sweep->add_option("--vary", vary, "site.cooling=air_contained,direct_to_chip or finance.discount=4%:12%:9")
        ->required()
        ->allow_extra_args(false);
    sweep->add_option("--show", lines, "a line of the report: --show unit.blended")->allow_extra_args(false);
    strictly(sweep);

    CLI::App* const break_even = command("break-even", "the value of a field at which a target is met or two scenarios tie");
    break_even->add_option("file", question.file, "scenario file")->required();
    break_even->add_option("--field", question.field, "finance.discount")->required();
    break_even->add_option("--range", question.range, "values to look among: 2%:20%; without it, a tenth to ten times the file's");
    auto* const target = break_even->add_option("--target", question.target, "a line and its value: \"unit.blended=0.30 USD/Mtok\"");
    auto* const against = break_even->add_option("--against", question.against, "another scenario file, to tie with");
    target->excludes(against);
    break_even->add_option("--metric", question.metric, "the line at which both tie")->needs(against)->capture_default_str();

    break_even->add_flag("--strict", strict, "exit with 1 where no value is found");

    CLI::App* const list = command("list", "the catalog: accelerators, models, cooling, sources, grids, climates, ...");
    list->add_option("kind", kind, "of which kind; without one, the kinds");

    CLI::App* const show = command("show", "an object of the catalog, each figure with its source");
    show->add_option("name", name, "h200, \"Llama 3.1 70B\", pjm_virginia")->required();
    show->add_option("--kind", kind, "of which kind, where a name has several");

    CLI::App* const schema = command("schema", "the JSON Schema of scenario files", false);
    CLI::App* const reference = command("reference", "every field of a scenario, as Markdown", false);

    try {
        app.parse(argc, argv);
    } catch (CLI::ParseError const& e) {
        std::string const first = argc > 1 ? argv[1] : "";
        if (e.get_exit_code() != 0 && !first.empty() && first.front() != '-' && app.get_subcommands().empty()) {
            std::vector<std::string> names;
            for (CLI::App const* c : app.get_subcommands(nullptr))
                names.push_back(c->get_name());
            std::vector<std::string_view> const known(names.begin(), names.end());
            std::string const near = tallywatt::detail::near_text(first, known, "the commands are");
            std::fprintf(stderr, "tallywatt: no command is called \"%s\"%s\n", tallywatt::detail::readable(first, 80).c_str(), near.c_str());
            return 2;
        }
        return app.exit(e) == 0 ? 0 : 2;
    }
    std::string const lower = CLI::detail::to_lower(format);
    form = lower == "json" ? program::form::json : lower == "csv" ? program::form::csv : program::form::table;

    try {
        program::output o;
        if (*evaluate)
            o = program::evaluate(file, set, form, full_ledger ? 2 : ledger ? 1 : 0);
        else if (*compare)
            o = program::compare(files, why, form);
        else if (*sweep)
            o = program::sweep(file, vary, lines, form);
        else if (*break_even)
            o = program::break_even(question, form);
        else if (*list)
            o = program::list(kind, form);
        else if (*show)
            o = program::show(name, kind, form);
        else if (*schema)
            o = program::schema();
        else if (*reference)
            o = program::reference();
        if (std::fwrite(o.text.data(), 1, o.text.size(), stdout) != o.text.size() || std::fflush(stdout) != 0) {
            std::fputs("tallywatt: the output cannot be written\n", stderr);
            return 2;
        }
        return strict && !o.feasible ? 1 : 0;
    } catch (program::bad_input const& e) {
        std::fprintf(stderr, "tallywatt: %s\n", tallywatt::detail::readable(e.what(), 4000).c_str());
        return 2;
    }
}

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "article/published.h"
#include "command/common.h"
#include "command/form.h"
#include "command/input.h"
#include "command/progress.h"

enum { OUTPUT_BUFFER = 1 << 20 };

/* One call of the command. */
struct extract {
    struct settings *settings;
    struct engine *engine;
    const struct form *form;
    struct printing printing; /* its arena is reset for each article */
    struct article_rules rules;
    struct article stand_ins; /* from --language, --published, --title */
    uint64_t passed_over;     /* articles in a language that has no pack */
    struct progress progress;
};

static void failure_print(void *context, const char *path, size_t number, const char *why)
{
    struct extract *extract = context;
    extract->progress.failures++;
    progress_wipe(&extract->progress);
    if (number > 0)
        complain("%s:%zu: %s", path, number, why);
    else
        complain("%s: %s", path, why);
}

/* Finds the meetings and prints them in the form asked for. */
static int article_put(struct extract *extract, const struct article *article,
                       struct fault *ret_fault)
{
    struct extraction extraction = {0};
    const struct event_context context = {article, &extraction};
    int found = extract->form->annotated ? engine_annotate(extract->engine, extract->printing.arena,
                                                           article, &extraction, ret_fault)
                                         : engine_extract(extract->engine, extract->printing.arena,
                                                          article, &extraction, ret_fault);
    if (found != 0 && found != FAULT_LANGUAGE)
        return found;
    extract->progress.meetings += extraction.meeting_count;
    int code = extract->form->article(&extract->printing, &context);
    return code != 0 ? code : found;
}

static void item_extract(void *self, const struct input_item *item)
{
    struct extract *extract = self;
    struct article stand_ins = extract->stand_ins;
    struct article article;
    struct fault fault = {0};
    stand_ins.id = item->name;
    extract->rules.format = item->format;
    const struct article_input input = {item->bytes, STR(""), &stand_ins};
    int code = article_decode(&extract->rules, extract->printing.arena, &input, &article, &fault);
    if (code == 0)
        code = article_put(extract, &article, &fault);
    if (code == FAULT_LANGUAGE)
        extract->passed_over++;
    else if (code != 0)
        failure_print(extract, item->path, item->number,
                      *fault.text ? fault.text : fault_text(code));
    arena_reset(extract->printing.arena);
    extract->progress.articles++;
    extract->progress.bytes += item->bytes.len;
    progress_draw(&extract->progress);
}

/* --output and the options that stand in for what an article lacks. */
static int options_read(const struct invocation *invocation, struct extract *extract)
{
    const char *output = invocation_option(invocation, "output");
    const char *published = invocation_option(invocation, "published");
    extract->form = form_find(output ? output : "json");
    if (!extract->form) {
        complain("extract: --output %s: json, articles, annotations, html or ics", output);
        return EXIT_USAGE;
    }
    extract->stand_ins.language = str_of(invocation_option(invocation, "language"));
    extract->stand_ins.title = str_of(invocation_option(invocation, "title"));
    if (published && !published_parse(str_of(published), &extract->stand_ins.published)) {
        complain("extract: --published %s: write it as 2025-04-27 or 2025-04-27T08:30:00+02:00",
                 published);
        return EXIT_USAGE;
    }
    return EXIT_DONE;
}

static void inputs_extract(const struct invocation *invocation, struct extract *extract)
{
    const struct input_listener listener = {extract, item_extract, failure_print};
    const char *text = invocation_option(invocation, "text");
    if (text) {
        const struct input_item item = {
            .bytes = str_of(text), .format = ARTICLE_TEXT, .path = "--text", .name = STR("text")};
        item_extract(extract, &item);
    }
    for (size_t i = 0; i < invocation->operand_count; i++)
        input_read(invocation->operands[i], &listener);
}

/* What the form prints before and behind the articles stands there also when there are none. */
static int all_print(const struct invocation *invocation, struct extract *extract)
{
    const struct form *form = extract->form;
    int code = form->begin ? form->begin(&extract->printing) : 0;
    if (code == 0) {
        inputs_extract(invocation, extract);
        code = form->end ? form->end(&extract->printing) : 0;
    }
    if (code == 0)
        return EXIT_DONE;
    complain("extract: %s", fault_text(code));
    return EXIT_SOFTWARE;
}

/* What did not come out, and why. */
static void rest_tell(const struct extract *extract)
{
    if (extract->passed_over > 0)
        complain("extract: passed over %llu articles in a language without a pack (there are %s)",
                 (unsigned long long)extract->passed_over, engine_languages(extract->engine));
    if (extract->printing.left_out > 0)
        complain("extract: meetings that %s: %llu of %llu", extract->form->left_out,
                 (unsigned long long)extract->printing.left_out,
                 (unsigned long long)extract->progress.meetings);
}

static int extract_open(const struct invocation *invocation, struct extract *extract)
{
    int status = options_read(invocation, extract);
    if (status == EXIT_DONE)
        status = invocation_settings(invocation, &extract->settings);
    if (status != EXIT_DONE)
        return status;
    extract->rules = settings_rules(extract->settings);
    extract->printing.arena = arena_new((size_t)extract->settings->engine.memory);
    if (!extract->printing.arena) {
        complain("out of memory");
        return EXIT_SOFTWARE;
    }
    return invocation_engine(extract->settings, &extract->engine);
}

static void extract_close(struct extract *extract)
{
    engine_free(extract->engine);
    arena_free(extract->printing.arena);
    settings_free(extract->settings);
}

static int extract_run(const struct invocation *invocation)
{
    struct extract extract = {.progress = progress_begin()};
    if (invocation->operand_count == 0 && !invocation_option(invocation, "text")) {
        complain("extract: name files or folders, or - for standard input "
                 "(`meetingd help extract` shows how)");
        return EXIT_USAGE;
    }
    int status = extract_open(invocation, &extract);
    if (status == EXIT_DONE) {
        setvbuf(stdout, NULL, _IOFBF, OUTPUT_BUFFER);
        status = all_print(invocation, &extract);
        progress_wipe(&extract.progress);
        rest_tell(&extract);
        if (fflush(stdout) != 0 || ferror(stdout)) {
            perror("meetingd: standard output");
            status = EXIT_OUTPUT;
        } else if (status == EXIT_DONE && extract.progress.failures > 0) {
            status = EXIT_SOME_FAILED;
        }
    }
    extract_close(&extract);
    return status;
}

static const struct option_row OPTIONS[] = {
    {"output", "FORM", "json (default), articles, annotations, html or ics: see above"},
    {"language", "LANG", "the language, as a code of two letters, of what doesn't tell its own"},
    {"published", "DATE", "the date of what doesn't tell its own: 2025-04-27"},
    {"title", "TEXT", "the title of what has none"},
    {"text", "TEXT", "an article's text, right here"},
    {NULL, NULL, NULL},
};

const struct command extract_command = {
    .name = "extract",
    .summary = "find the meetings in files, folders or standard input, without Kafka",
    .operands = "[FILE | FOLDER | -]...",
    .description =
        "Finds the meetings in articles and prints them, without any broker:\n"
        "\n"
        "  meetingd extract article.json\n"
        "  meetingd extract --output articles news/ | jq .\n"
        "  meetingd extract --published 2025-04-27 note.txt page.html\n"
        "\n"
        "A .json file is one article, .ndjson and .jsonl have one a line, .bson one document\n"
        "after the other; .txt and .html are one article.  Folders are walked by name.  Standard\n"
        "input, as -, is one JSON article a line.  An article without an id takes the name of\n"
        "its file.\n"
        "\n"
        "  --output json         one event a line, as meetingd publishes it\n"
        "  --output articles     one article a line: {\"id\": ..., \"events\": [...]}\n"
        "  --output annotations  what was recognised: {\"id\": ..., \"annotations\": [...]}\n"
        "  --output html         a page: the articles, their meetings, with their evidence marked\n"
        "  --output ics          a calendar (RFC 5545); denied and undated meetings are left out\n"
        "\n"
        "An article that can't be read is reported, the rest goes on, and the exit status is 1.\n",
    .options = OPTIONS,
    .run = extract_run,
};

#include <stdio.h>
#include <string.h>

#include "command/common.h"
#include "record/schema.h"

static const struct {
    const char *name;
    enum record_type type;
} SCHEMAS[] = {{"event", RECORD_EVENT}, {"receipt", RECORD_RECEIPT}};

enum { SCHEMA_COUNT = sizeof SCHEMAS / sizeof *SCHEMAS };

static int schema_print(enum record_type type, bool fingerprint)
{
    struct schema_set *set = NULL;
    struct fault fault = {0};
    if (schema_set_load(&set, &fault) != 0) {
        complain("%s", fault.text);
        return EXIT_SOFTWARE;
    }
    const struct schema *schema = schema_set_current(set, type);
    struct str text = schema_text(schema);
    if (fingerprint)
        printf("%016llx\n", (unsigned long long)schema_fingerprint(schema));
    else
        fwrite(text.at, 1, text.len, stdout);
    schema_set_free(set);
    return fflush(stdout) == 0 ? EXIT_DONE : EXIT_OUTPUT;
}

static int schema_run(const struct invocation *invocation)
{
    const char *name = invocation->operand_count > 1 ? invocation->operands[1] : "event";
    if (invocation->operand_count == 0 || strcmp(invocation->operands[0], "show") != 0) {
        complain("schema: say what to do: meetingd schema show [event | receipt]");
        return EXIT_USAGE;
    }
    for (size_t i = 0; i < SCHEMA_COUNT; i++)
        if (strcmp(SCHEMAS[i].name, name) == 0)
            return schema_print(SCHEMAS[i].type,
                                invocation_option(invocation, "fingerprint") != NULL);
    complain("schema: no schema '%s': event or receipt", name);
    return EXIT_USAGE;
}

static const struct option_row OPTIONS[] = {
    {"fingerprint", NULL, "print its CRC-64-AVRO, as it stands in single-object encoding"},
    {NULL, NULL, NULL},
};

const struct command schema_command = {
    .name = "schema",
    .summary = "show the Avro schemas of what comes out",
    .operands = "show [event | receipt]",
    .description = "Prints the Avro schema of the meeting events, or of the receipts, as it is\n"
                   "written in schemas/:\n"
                   "\n"
                   "  meetingd schema show event\n",
    .options = OPTIONS,
    .run = schema_run,
};

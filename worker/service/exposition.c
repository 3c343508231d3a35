#include "service/exposition.h"

void family_show(FILE *file, const struct family *family)
{
    fprintf(file, "# HELP %s %s\n# TYPE %s %s\n", family->name, family->help, family->name,
            family->type);
}

static void value_print(FILE *file, const char *value)
{
    for (; *value; value++) {
        if (*value == '\n')
            fputs("\\n", file);
        else if (*value == '"' || *value == '\\')
            fprintf(file, "\\%c", *value);
        else
            putc(*value, file);
    }
}

void sample_show(FILE *file, const struct family *family, const struct label *labels, double value)
{
    fputs(family->name, file);
    for (const struct label *label = labels; label && label->name; label++) {
        fprintf(file, "%c%s=\"", label == labels ? '{' : ',', label->name);
        value_print(file, label->value);
        putc('"', file);
    }
    fprintf(file, "%s %.15g\n", labels && labels->name ? "}" : "", value);
}

void gauge_show(FILE *file, const char *name, const char *help, double value)
{
    const struct family family = {name, "gauge", help};
    family_show(file, &family);
    sample_show(file, &family, NULL, value);
}

/* The count is that of the buckets, so that all agree though they were not read at once. */
void histogram_show(FILE *file, const struct family *family, const struct histogram *histogram,
                    const struct histogram_shape *shape)
{
    uint64_t count = 0;
    family_show(file, family);
    for (size_t i = 0; i < shape->count; i++) {
        count += atomic_load(&histogram->buckets[i]);
        fprintf(file, "%s_bucket{le=\"%g\"} %llu\n", family->name,
                (double)shape->bounds[i] * shape->unit, (unsigned long long)count);
    }
    count += atomic_load(&histogram->buckets[shape->count]);
    fprintf(file, "%s_bucket{le=\"+Inf\"} %llu\n", family->name, (unsigned long long)count);
    fprintf(file, "%s_sum %.15g\n%s_count %llu\n", family->name,
            (double)atomic_load(&histogram->sum) * shape->unit, family->name,
            (unsigned long long)count);
}

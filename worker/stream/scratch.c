#include "stream/scratch.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *folder(void)
{
    const char *told = getenv("TMPDIR");
    return told && *told ? told : "/tmp";
}

int scratch_failed(const char *doing, struct fault *ret_fault)
{
    return fault_set(ret_fault, FAULT_FILE,
                     "%s a temporary file in %s: %s; TMPDIR names another folder", doing, folder(),
                     strerror(errno));
}

int scratch_open(int *ret_file, struct fault *ret_fault)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/meetingd-XXXXXX", folder());
    int file = mkstemp(path);
    if (file < 0)
        return scratch_failed("making", ret_fault);
    unlink(path);
    *ret_file = file;
    return 0;
}

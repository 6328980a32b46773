/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A private CUPS server for tests, with printers that have trouble on demand. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _YcTestCups YcTestCups;

/**
 * yc_test_cups_new:
 * @first_printer: NAME or NAME=DESCRIPTION, see private-cupsd; more of them follow, then %NULL
 *
 * Starts a server with these printers in a folder of its own and waits until it answers; the first
 * printer is the default. Give its socket to yc_printers_new(), or to a program as CUPS_SERVER.
 * Without any printer the server has none. Whatever goes wrong here ends the test.
 */
YcTestCups *yc_test_cups_new          (const char *first_printer, ...) G_GNUC_NULL_TERMINATED;
/* The same with a list that ends with %NULL. */
YcTestCups *yc_test_cups_newv         (const char *const *printers);
/* Ends the server with all that it started and removes its folder. */
void        yc_test_cups_free         (YcTestCups *self);
const char *yc_test_cups_get_socket   (YcTestCups *self);

/* One of: ok paperout jam door offline fail stop hold cancel retry slow. Works at once, also on what
 * is waiting. */
void        yc_test_cups_set_control  (YcTestCups *self, const char *printer, const char *word);
/* How often the printer's log has this event: called, received, printed, paperout, stop… */
guint       yc_test_cups_count_events (YcTestCups *self, const char *printer, const char *event);
/* (transfer full) (nullable): what stands behind the last such event. */
char       *yc_test_cups_find_event   (YcTestCups *self, const char *printer, const char *event);
/* Sheets in the printer's tray, that is, documents that came out. */
guint       yc_test_cups_count_sheets (YcTestCups *self, const char *printer);
/* A file name; of the @index-th document in the tray. */
char       *yc_test_cups_get_sheet    (YcTestCups *self, const char *printer, guint index);
/* The bytes as they were handed to the server for a job. */
GBytes     *yc_test_cups_get_spooled  (YcTestCups *self, int job_id);

/* Runs lpadmin, cupsreject, cupsenable, lp… against this server; it must succeed. */
void        yc_test_cups_run          (YcTestCups *self, const char *program, ...)
    G_GNUC_NULL_TERMINATED;

/* The server still accepts connections but says nothing, and goes on. */
void        yc_test_cups_suspend      (YcTestCups *self);
void        yc_test_cups_resume       (YcTestCups *self);
/* SIGKILL, and the start of the same server again. */
void        yc_test_cups_kill         (YcTestCups *self);
void        yc_test_cups_start        (YcTestCups *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcTestCups, yc_test_cups_free)

G_END_DECLS

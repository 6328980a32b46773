/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small tools for making IPP requests and reading answers. Private to this room. */
#pragma once

#include <cups/cups.h>
#include <glib.h>

G_BEGIN_DECLS

ipp_t *yc_cups_ipp_new_printer_request (ipp_op_t op, const char *printer);
ipp_t *yc_cups_ipp_new_job_request     (ipp_op_t op, int job_id);
/* @group: where @attribute, which says it, belongs */
void   yc_cups_ipp_add_printer_uri     (ipp_t *request, ipp_tag_t group, const char *attribute,
                                        const char *printer);
void   yc_cups_ipp_add_user            (ipp_t *request);
void   yc_cups_ipp_ask_for             (ipp_t *request, const char *const *names);

/* Never NULL; valid UTF-8. */
char  *yc_cups_ipp_dup_string          (ipp_attribute_t *attribute);
/* The printer that a URI names; "" when it names none. */
char  *yc_cups_ipp_dup_printer_name    (ipp_attribute_t *attribute);
char  *yc_cups_ipp_find_string         (ipp_t *answer, const char *name);
/* Never NULL; without the keyword "none". */
char **yc_cups_ipp_dup_strings         (ipp_attribute_t *attribute);
char **yc_cups_ipp_find_strings        (ipp_t *answer, const char *name);
/* 0 when missing. */
int    yc_cups_ipp_find_enum           (ipp_t *answer, const char *name);

G_END_DECLS

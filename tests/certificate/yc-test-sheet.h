/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A template, data and marks to compose with, and what poppler's tools say of the result. */
#pragma once

#include "yc-certificate-signature.h"

G_BEGIN_DECLS

/* 2026-11-21 07:42:08 UTC, in China the afternoon of the same day. */
GDateTime             *yc_test_sheet_get_time      (void);
const YcCertificateMarks *yc_test_sheet_get_marks  (void);

/* JSON text with single for double quotes. */
JsonNode              *yc_test_sheet_parse         (const char             *quoted);
YcCertificateTemplate *yc_test_sheet_parse_template (const char            *quoted);

/* The tiered-water certificate with @n_tenants tenants. */
YcCertificateTemplate *yc_test_sheet_create_template (void);
JsonObject            *yc_test_sheet_create_data   (guint                   n_tenants);
GBytes                *yc_test_sheet_issue         (guint                   n_tenants,
                                                    YcSigner               *signer);
/* Signed by the sample signer. */
GBytes                *yc_test_sheet_issue_sample  (guint                   n_tenants);

/* Runs a program of poppler-utils on @pdf: @arguments, then the file, then "-" if @to_stdout.
 * Returns what it prints. */
char                  *yc_test_sheet_run           (GBytes                 *pdf,
                                                    const char             *program,
                                                    const char             *arguments,
                                                    gboolean                to_stdout);

/* How many pixels of the first page are as red as a seal, at 50 dots per inch. */
guint                  yc_test_sheet_count_red     (GBytes                 *pdf);

/* What a scanner reads from the first page's picture, at 150 dots per inch. */
char                  *yc_test_sheet_read_code     (GBytes                 *pdf);

/* Where a word of the sheet begins, in points from the left edge. */
double                 yc_test_sheet_find_word     (GBytes                 *pdf,
                                                    const char             *word);
/* The font of the piece of text that has @words in it. */
char                  *yc_test_sheet_find_font     (GBytes                 *pdf,
                                                    const char             *words);
/* Fails where a line begins with punctuation that closes, or ends with some that opens. */
void                   yc_test_sheet_check_line_ends (GBytes               *pdf);

/* @text without spaces and line ends. */
char                  *yc_test_sheet_join          (const char             *text);
guint                  yc_test_sheet_count         (const char             *text,
                                                    const char             *words);

/* Keeps the sheet and its pages' pictures in $YC_PICTURES, if that is set. */
void                   yc_test_sheet_save          (GBytes                 *pdf,
                                                    const char             *name);

G_END_DECLS

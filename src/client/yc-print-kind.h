/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The kinds of paper that a desk prints: each has its own printer and settings. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YcPrintKind:
 * @YC_PRINT_KIND_CERTIFICATE: a certificate: numbered, recorded at the service.
 * @YC_PRINT_KIND_NOTICE: a notice to the applicant.
 * @YC_PRINT_KIND_FORM: a form, filled in or empty.
 * @YC_PRINT_KIND_LABEL: a label for a file or an envelope.
 * @YC_PRINT_KIND_OTHER: any other paper: plans, answers of the knowledge base.
 */
typedef enum
{
  YC_PRINT_KIND_CERTIFICATE = 1,
  YC_PRINT_KIND_NOTICE,
  YC_PRINT_KIND_FORM,
  YC_PRINT_KIND_LABEL,
  YC_PRINT_KIND_OTHER,
} YcPrintKind;

#define YC_N_PRINT_KINDS YC_PRINT_KIND_OTHER

/* "certificate", "notice", "form", "label", "other". */
const char  *yc_print_kind_to_string   (YcPrintKind  kind);
/* OTHER for a word that is none of them. */
YcPrintKind  yc_print_kind_from_string (const char  *word);
/* Translated: what papers of this kind are called together. */
const char  *yc_print_kind_get_title   (YcPrintKind  kind);

G_END_DECLS

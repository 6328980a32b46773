/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a list of cases is asked for. */
#pragma once

#include "yc-cases-table.h"
#include "yc-sql-query.h"

G_BEGIN_DECLS

/**
 * YcCaseLead:
 * @YC_CASE_LEAD_NONE: all cases, in the list's order
 * @YC_CASE_LEAD_CLERK: those of the filter's clerk
 * @YC_CASE_LEAD_STATE: those in the filter's state
 * @YC_CASE_LEAD_ITEM: those of the filter's item
 * @YC_CASE_LEAD_PLACE: those of places under the filter's path
 * @YC_CASE_LEAD_REASON: those returned for the filter's reason
 *
 * Along which index the database looks for the cases of a list.
 */
typedef enum
{
  YC_CASE_LEAD_NONE,
  YC_CASE_LEAD_CLERK,
  YC_CASE_LEAD_STATE,
  YC_CASE_LEAD_ITEM,
  YC_CASE_LEAD_PLACE,
  YC_CASE_LEAD_REASON,
} YcCaseLead;

/* Whether the list is in the order of submission, otherwise of the last change */
gboolean yc_case_query_is_by_submission (const YcCaseFilter  *filter);
/* (transfer full): finds the ids of the list's cases, in their order */
YcSqlQuery *yc_case_query_new              (const YcCaseFilter  *filter,
                                         YcCaseLead           lead);
gboolean yc_case_query_choose_lead      (const YcCaseFilter  *filter,
                                         YcTransaction       *transaction,
                                         YcCaseLead          *lead,
                                         GError             **error);

G_END_DECLS

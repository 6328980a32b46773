/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A service with a small catalog, people of every role, and words for what they do. */
#pragma once

#include "yc-api-contract.h"
#include "yc-test-service.h"

G_BEGIN_DECLS

#define YC_API_APPLICANT "{\"name\":\"周伯安\",\"id_number\":\"990101198103161155\"}"
#define YC_API_MATERIALS                                                                         \
  "[{\"id\":\"must\",\"status\":\"complete\"},{\"id\":\"later\",\"status\":\"tolerated\"},"       \
  "{\"id\":\"store\",\"status\":\"fetched\"}]"
#define YC_API_FORM "{\"account\":\"20260718\",\"people\":5,\"double\":10}"

/**
 * YcApiFixture:
 * @service: a service of its own
 * @contract: what every answer is held against
 * @root: token of the administrator
 * @clerk: token of a clerk of 甲村
 * @other_clerk: token of a clerk of 丙村, in another town
 * @reviewer: token of a reviewer of 甲村
 * @second: token of another reviewer of 甲村
 * @town: token of a reviewer of 甲镇
 * @supervisor: token of a supervisor of 甲镇
 * @trainer: token of a trainer of 甲镇
 * @version: the catalog's version
 */
typedef struct
{
  YcTestService *service;
  YcApiContract *contract;
  char *root;
  char *clerk;
  char *other_clerk;
  char *reviewer;
  char *second;
  char *town;
  char *supervisor;
  char *trainer;
  gint64 version;
} YcApiFixture;

/**
 * YcApiTest:
 * @path: the test's path
 * @func: the test
 *
 * A test that shares one service with the others of its program.
 */
typedef struct
{
  const char *path;
  void (*func) (YcApiFixture *self);
} YcApiTest;

/* Runs tests, whose last has no path, over one service; for main(). */
int           yc_api_fixture_run        (int                argc,
                                         char             **argv,
                                         const YcApiTest   *tests);
YcApiFixture *yc_api_fixture_new        (const char *const *arguments);
void          yc_api_fixture_free       (YcApiFixture      *self);
/* (transfer full): the text of the test catalog */
char         *yc_api_fixture_read_catalog (void);
/* (transfer full): a body for POST /cases; NULLs take what is valid */
char         *yc_api_fixture_write_case (YcApiFixture      *self,
                                         const char        *id,
                                         const char        *item,
                                         const char        *applicant,
                                         const char        *materials,
                                         const char        *form);
/* (transfer full): header lines with a new key, and If-Match unless version is 0 */
char         *yc_api_fixture_write_headers (gint64          version);
/* (transfer full): the id of a new case of item TS-0001, TS-0002 or TS-0007, taken in by the clerk */
char         *yc_api_fixture_submit     (YcApiFixture      *self,
                                         const char        *item);
JsonObject   *yc_api_fixture_decide     (YcApiFixture      *self,
                                         const char        *token,
                                         const char        *id,
                                         gint64             version,
                                         const char        *body,
                                         guint              status);
/* (transfer full): "/api/v1/cases/ID" and more */
char         *yc_api_fixture_get_path   (const char        *id,
                                         const char        *more);
/* (transfer full): what the QR code on the sheet says */
char         *yc_api_fixture_scan       (YcApiFixture      *self,
                                         GBytes            *pdf);
void          yc_api_fixture_assert_code (JsonObject       *problem,
                                          const char       *code);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcApiFixture, yc_api_fixture_free)

G_END_DECLS

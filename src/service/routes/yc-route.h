/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The routes of the API: what each asks for, who may use it, where it runs. */
#pragma once

#include "yc-http-exchange.h"
#include "yc-work.h"

G_BEGIN_DECLS

#define YC_ROLES_PUBLIC 0u
#define YC_ROLE_BIT(role) (1u << (role))
#define YC_ROLES_ALL                                                                             \
  (YC_ROLE_BIT (YC_ROLE_CLERK) | YC_ROLE_BIT (YC_ROLE_REVIEWER) |                                \
   YC_ROLE_BIT (YC_ROLE_SUPERVISOR) | YC_ROLE_BIT (YC_ROLE_TRAINER) |                            \
   YC_ROLE_BIT (YC_ROLE_ADMINISTRATOR))

/**
 * YcCall:
 * @work: who works when and where; its transaction is %NULL for slow routes and its identity on
 *   public ones
 * @request: what was asked for; a body has been read
 * @argument: (nullable): what stood for {…} in the path
 *
 * One call of a route.
 */
typedef struct
{
  YcWork work;
  YcHttpRequest *request;
  const char *argument;
} YcCall;

/**
 * YcLane:
 * @YC_LANE_READ: at once on the connection's thread, in a transaction that reads
 * @YC_LANE_WRITE: on the writer's thread, in its transaction
 * @YC_LANE_LONG_READ: on a thread for work that takes long, in a transaction that reads
 * @YC_LANE_SLOW: on a thread for work that takes long, without a transaction
 *
 * Where a route runs.
 */
typedef enum
{
  YC_LANE_READ = 1,
  YC_LANE_WRITE,
  YC_LANE_LONG_READ,
  YC_LANE_SLOW,
} YcLane;

/**
 * YcBody:
 * @YC_BODY_JSON: one JSON object, which is held against the contract
 * @YC_BODY_FORM: what a browser sends for a form; the handler reads it
 *
 * What a POST brings.
 */
typedef enum
{
  YC_BODY_JSON = 0,
  YC_BODY_FORM,
} YcBody;

typedef YcHttpResponse *(*YcRouteHandler) (YcCall  *call,
                                           GError **error);

/**
 * YcRouteForesight:
 * @call: a call, in a transaction that reads
 *
 * Returns: (transfer full) (nullable): the certificate that the call will issue
 */
typedef YcCertificateDraft *(*YcRouteForesight) (YcCall *call);

/**
 * YcRoute:
 * @method: GET, POST with a body, PUT with one of bytes, or DELETE
 * @path: the path with at most one part in braces
 * @roles: bits of the roles that may use it, %YC_ROLES_PUBLIC for everybody
 * @lane: where it runs
 * @command: whether it is a command with an Idempotency-Key that is carried out once
 * @handler: does it
 * @max_body: the largest body in bytes for who may use it, 0 for the server's usual limit
 * @foresee: (nullable): what it composes before it writes
 * @body: what a POST brings
 *
 * One route, which is also one row of the authorisation table.
 */
typedef struct
{
  const char *method;
  const char *path;
  guint roles;
  YcLane lane;
  gboolean command;
  YcRouteHandler handler;
  gsize max_body;
  YcRouteForesight foresee;
  YcBody body;
} YcRoute;

const YcRoute *yc_route_get_table  (guint       *n_routes);
const YcRoute *yc_route_find       (const char  *method,
                                    const char  *path,
                                    char       **argument,
                                    GError     **error);
char          *yc_route_list_methods (const char *path);
/* Whether what is sent to it must be one JSON object. */
gboolean       yc_route_takes_json (const YcRoute *self);

G_END_DECLS

import { homeInside } from './bubblewrap.ts';

/** Not the Debian wrapper: it adds extension flags, and one that puts shared memory into /tmp. */
export const chromiumProgram = '/usr/lib/chromium/chromium';

/** What both browsers are started with: driven over a pipe, quiet towards the network, without first-run screens. */
export const chromiumFlags: readonly string[] = [
	'--remote-debugging-pipe',
	`--user-data-dir=${homeInside}/profile`,
	// The pipe would set navigator.webdriver, which banks take for a robot.
	'--disable-blink-features=AutomationControlled',
	'--disable-quic',
	'--no-first-run',
	'--no-default-browser-check',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--disable-breakpad',
	'--disable-gpu',
	'--password-store=basic',
	'--overscroll-history-navigation=0',
	'--deny-permission-prompts',
	// Three minutes after its start Chromium tries in a process of its own whether the machine is fit for AI; nothing but the delay can be set.
	'--enable-features=LogOnDeviceMetricsOnStartup:on_device_startup_metric_delay/720h',
	'--ozone-platform=x11'
];
